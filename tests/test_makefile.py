"""make notices what would otherwise fail with a line that nobody understands."""

import shutil
import subprocess
import sys

import pytest

from notebooks import ROOT

NAMES = ["plain", "with spaces, ümlauts"]


@pytest.fixture
def make(request, tmp_path):
    """Return a folder with the Makefile and an environment, and a way to ask what make would do."""
    folder = tmp_path / request.param
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    for name in "requirements.txt", "constraints.txt":
        (folder / name).touch()
    command = [sys.executable, "-m", "venv", ".venv"]
    subprocess.run(command, cwd=folder, check=True)
    (folder / ".venv/student").touch()

    def would(folder):
        return subprocess.check_output(["make", "-n", "lab"], cwd=folder, text=True)

    return folder, would


@pytest.mark.parametrize("make", NAMES, indirect=True)
def test_an_environment_that_was_moved_or_copied_is_made_anew_and_no_other(make, tmp_path):
    folder, would = make
    assert "-m venv" not in would(folder)
    shutil.copytree(folder, tmp_path / "copy", symlinks=True)
    said = would(tmp_path / "copy")
    assert ".venv was made in another place" in said
    assert said.index("rm -rf .venv") < said.index("-m venv .venv")
    subprocess.run(["make", "help"], cwd=tmp_path / "copy", check=True)
    assert (tmp_path / "copy/.venv/bin/pip").exists()  # asking costs nothing
