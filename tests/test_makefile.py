"""make notices what would otherwise fail with a line that nobody understands."""

import platform
import runpy
import shutil
import subprocess
import sys

import pytest

from notebooks import ROOT


@pytest.fixture
def make(tmp_path):
    """Return a folder with the Makefile and an environment, and a way to ask what make would do."""
    folder = tmp_path / "l'été, with spaces and ümlauts"
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


def test_an_environment_that_was_moved_or_copied_is_made_anew_and_no_other(make, tmp_path):
    folder, would = make
    assert "-m venv" not in would(folder)
    shutil.copytree(folder, tmp_path / "copy", symlinks=True)
    said = would(tmp_path / "copy")
    assert ".venv was made in another place" in said
    assert said.index("rm -rf .venv") < said.index("-m venv .venv")
    subprocess.run(["make", "help"], cwd=tmp_path / "copy", check=True)
    assert (tmp_path / "copy/.venv/bin/pip").exists()  # asking costs nothing


@pytest.mark.parametrize(
    ("version", "system", "machine", "said"),
    [
        ((3, 10, 9), "linux", "x86_64", "needs Python 3.11 or newer, and this is Python 3.10"),
        ((3, 12, 0), "darwin", "x86_64", "for Intel processors"),
        ((3, 11, 2), "darwin", "arm64", None),
        ((3, 11, 2), "linux", "x86_64", None),
    ],
)
def test_a_python_that_pytorch_has_nothing_for_is_told_so(
    version, system, machine, said, monkeypatch
):
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    try:
        runpy.run_path(str(ROOT / "tools/check_python.py"))
        assert said is None
    except SystemExit as stop:
        assert said and said in stop.code
