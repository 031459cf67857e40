"""A checkout runs from an odd path, with the system's own Python, and for people who may not write.

The system's Python is the oldest that is commonly at hand: on Debian 12 it is 3.11.2.
"""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from notebooks import ROOT

NOBODY = 65534  # the user that every Unix has
EXECUTE = [".venv/bin/jupyter", "execute", "convolution_101_solutions.ipynb"]


@pytest.fixture(scope="module")
def checkout():
    """Return a checkout with its environment, which everybody may read and root write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder, "l'été, with spaces and ümlauts")
        kept = shutil.ignore_patterns(".?*", "class", "grades", "wheelhouse", "__pycache__")
        shutil.copytree(ROOT, path, ignore=kept)
        python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
        subprocess.run(["make", "-s", ".venv/student", f"PYTHON={python}"], cwd=path, check=True)
        yield path


@pytest.fixture
def home():
    """Return a folder of the second user's."""
    with tempfile.TemporaryDirectory() as folder:
        os.chown(folder, NOBODY, NOBODY)
        yield folder


def started(command, checkout, until, **options):
    """Start a command in the checkout; return what it writes to the end, or `until` it wrote this.

    Also return its exit status, None if it was stopped then.
    """
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, cwd=checkout, **pipes, process_group=0, **options) as running:
        said = ""
        for line in running.stdout:
            said += line
            if re.search(until, line):
                os.killpg(running.pid, 15)
                return said, None
    return said, running.returncode


def as_second_user(command, checkout, home, until="nothing stops it"):
    """Start a command as somebody who may read the checkout, and write to `home` alone."""
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "BROWSER": "true"}
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "env": environment}
    return started(command, checkout, until, **who)


def test_an_environment_that_was_moved_or_copied_is_made_anew_and_no_other(checkout, tmp_path):
    def would(folder):
        return subprocess.check_output(["make", "-n", "lab"], cwd=folder, text=True)

    assert "-m venv" not in would(checkout)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for name in "Makefile", "requirements.txt", "constraints.txt", ".venv/bin/pip", ".venv/student":
        shutil.copy2(checkout / name, tmp_path / name)
    said = would(tmp_path)
    assert ".venv was made in another place" in said
    assert said.index("rm -rf .venv") < said.index("-m venv .venv")
    subprocess.run(["make", "help"], cwd=tmp_path, check=True)
    assert (tmp_path / ".venv/bin/pip").exists()  # asking costs nothing


def test_a_path_with_an_apostrophe_blanks_and_umlauts_is_no_matter(checkout):
    said, status = started([*EXECUTE, "--output=executed.ipynb"], checkout, "nothing stops it")
    assert status == 0, said


def test_a_second_user_can_run_everything_and_is_told_that_nothing_is_saved(checkout, home):
    said, _ = as_second_user(["make", "lab"], checkout, home, "http://127.0.0.1")
    assert "somebody else's: you cannot save it here" in said.splitlines()[0]
    assert "Traceback" not in said
    said, status = as_second_user([*EXECUTE, f"--output={home}/executed.ipynb"], checkout, home)
    assert status == 0, said


def test_who_cannot_write_to_their_home_is_told_what_to_do_in_the_last_line(checkout):
    said, status = as_second_user(["make", "lab"], checkout, "/nonexistent")
    assert status != 0
    *_, last, made = said.splitlines()
    assert "HOME=… make lab" in last and made.startswith("make: ***")
