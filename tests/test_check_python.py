"""Before anything is installed, a Python that it cannot be installed for is told so."""

import platform
import runpy
import sys

import pytest

from notebooks import ROOT


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
