"""A room without network: what a class gets is installed from wheelhouse/ alone and runs.

The commands are those of docs/offline.md. The folder has no network either: pip knows no index but
the usual one, and every request goes to a proxy that does not exist.
"""

import os
import re
import shutil
import subprocess

import pytest

from make_class import make_class
from notebooks import ROOT

NOTHING_LISTENS = "http://127.0.0.1:9"
WITHOUT_NETWORK = {key: os.environ[key] for key in os.environ if not key.startswith("PIP_")} | {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_RETRIES": "0",
    "PIP_NO_CACHE_DIR": "1",
    "HTTP_PROXY": NOTHING_LISTENS,
    "HTTPS_PROXY": NOTHING_LISTENS,
}
PAGE = (ROOT / "docs/offline.md").read_text("utf-8")
(MAKE_IT, INSTALL, _) = re.search(r"python3 -m venv.*?```", PAGE, re.DOTALL)[0].splitlines()[:3]


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Return what a class gets, with the wheelhouse, and nothing installed."""
    make_class(class_ := tmp_path_factory.mktemp("room") / "class")
    folder = class_ / "convolution_101"
    (folder / "wheelhouse").symlink_to(ROOT / "wheelhouse")
    return folder


def run(room, command):
    """Run a command in the room; return its exit status and what it wrote."""
    words = command.split()
    done = subprocess.run(
        words, cwd=room, env=WITHOUT_NETWORK, text=True, stdout=-1, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout


def test_the_room_has_no_network(room):
    assert run(room, MAKE_IT)[0] == 0
    status, log = run(room, INSTALL.replace("--no-index --find-links wheelhouse", ""))
    assert status != 0
    assert "ERROR: " in log
    shutil.rmtree(room / ".venv")


def test_everything_is_installed_from_the_wheelhouse_and_the_solutions_run(room):
    shutil.copy(ROOT / "convolution_101_solutions.ipynb", room)
    for command in MAKE_IT, INSTALL:
        status, log = run(room, command)
        assert status == 0, log
    status, log = run(room, ".venv/bin/jupyter execute convolution_101_solutions.ipynb")
    assert status == 0, log
    status, log = run(room, ".venv/bin/jupyter lab --version")
    assert status == 0, log
