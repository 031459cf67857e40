"""A room without network: the notebooks are installed from wheelhouse/ alone and run.

The copy of the repository has no network either: pip knows no index but the usual one, and every
request goes to a proxy that does not exist.
"""

import os
import shutil
import subprocess

import pytest

from notebooks import ROOT

NOTHING_LISTENS = "http://127.0.0.1:9"
WITHOUT_NETWORK = {key: os.environ[key] for key in os.environ if not key.startswith("PIP_")} | {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_RETRIES": "0",
    "PIP_NO_CACHE_DIR": "1",
    "HTTP_PROXY": NOTHING_LISTENS,
    "HTTPS_PROXY": NOTHING_LISTENS,
}
NOT_COPIED = shutil.ignore_patterns(".git", ".venv*", "wheelhouse", "screenshots", ".*_cache")


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Return a copy of the repository with its wheelhouse, and nothing installed."""
    folder = tmp_path_factory.mktemp("room") / "convolution-101"
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
    (folder / "wheelhouse").symlink_to(ROOT / "wheelhouse")
    return folder


def run(room, *command):
    """Run a command in the room; return its exit status and what it wrote."""
    done = subprocess.run(
        command, cwd=room, env=WITHOUT_NETWORK, text=True, stdout=-1, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout


def test_the_room_has_no_network(room):
    status, log = run(room, "make", ".venv/student")
    assert status != 0
    assert "pip install" in log and "ERROR: " in log
    shutil.rmtree(room / ".venv")


def test_everything_is_installed_from_the_wheelhouse_and_the_solutions_run(room):
    status, log = run(room, "make", "OFFLINE=1", ".venv/student")
    assert status == 0, log
    status, log = run(room, ".venv/bin/jupyter", "execute", "convolution_101_solutions.ipynb")
    assert status == 0, log
    status, log = run(room, ".venv/bin/jupyter", "lab", "--version")
    assert status == 0, log
