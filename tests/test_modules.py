"""The modules of `practical/`: imported from the folder, and made of the notebook's cells."""

import ast
import os
import subprocess
import sys

import pytest

from notebooks import ROOT, SETUP, source
from student_kernel import StudentKernel

MODULES = {path.stem: ast.parse(path.read_text("utf-8")) for path in ROOT.glob("practical/*.py")}
FIRST_LINES = [cell.source.partition("\n")[0] for cell in SETUP]
CARRIED = [line.partition(".")[2] for line in FIRST_LINES if line.startswith("%%module practical.")]
TELL_OF_SERVERS = """
import sys
sys.addaudithook(lambda event, _: event in ("socket.connect", "urllib.Request") and print(event))
"""


def imported(tree):
    """Return the modules of `practical/` that the code imports, in a function or outside."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("practical.")}


def test_every_module_is_imported_without_a_notebook_a_word_or_a_download(tmp_path):
    imports = "".join(f"import practical.{name}\n" for name in MODULES)
    command = [sys.executable, "-c", TELL_OF_SERVERS + imports]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_a_module_imports_only_what_stands_above_it_and_never_the_checks():
    assert sorted(CARRIED) == sorted(MODULES)
    for place, name in enumerate(CARRIED):
        assert imported(MODULES[name]) <= set(CARRIED[:place]) - {"checks"}, name
    assert imported(MODULES["checks"]) == {"ledger", "one_line", "pictures", "probes", "states"}


FORGET = """
import importlib, sys
for name in [name for name in sys.modules if name.partition(".")[0] == "practical"]:
    del sys.modules[name]
importlib.invalidate_caches()
"""


@pytest.fixture(scope="module")
def running():
    """A kernel for all tests, because each takes a second to start."""
    kernel = StudentKernel()
    yield kernel
    kernel.stop()


@pytest.fixture
def kernel(running, tmp_path):
    """The kernel in a folder of its own, without modules of ours."""
    assert running.run(FORGET).error == running.run(f"%cd -q {tmp_path}").error == ""
    return running


LINE = "%%module practical.one_line\nline = 1"
SHOW = "from practical.one_line import line\nfrom practical import one_line\n"
SHOW += "print(line, one_line.line, one_line.__file__)"


@pytest.mark.parametrize("before", ["", "import practical.one_line", "import practical"])
@pytest.mark.parametrize("file", ["practical.py", "practical/one_line.py", "practical/__init__.py"])
def test_a_students_own_file_or_folder_is_shadowed(file, before, kernel, tmp_path):
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("line = 'the student’s'", encoding="utf-8")
    kernel.run(before)
    assert kernel.run(source("setup-module")) == kernel.run(LINE) == ("", "", ())
    assert kernel.run(SHOW).text == "1 1 <practical.one_line>\n"


def test_a_module_runs_again_only_when_its_text_has_changed(kernel):
    kernel.run(source("setup-module"))
    cells = [f"%%module practical.one_line\nprint({number})" for number in (1, 1, 2, 2, 1)]
    assert [kernel.run(cell).text for cell in cells] == ["1\n", "", "2\n", "", "1\n"]


def test_a_module_that_fails_is_not_there_and_runs_again(kernel):
    kernel.run(source("setup-module"))
    kernel.run("%%module practical.one_line\nnumber = 1")
    cell = "%%module practical.one_line\nprint('runs')\nprint(number)"
    for _ in range(2):
        shown = kernel.run(cell)
        assert (shown.text, shown.error) == ("runs\n", "NameError")
    assert kernel.run("import practical.one_line").error == "ModuleNotFoundError"
    assert kernel.run("from practical import one_line").error == "ImportError"


def test_a_traceback_shows_the_lines_of_a_module(kernel):
    kernel.run(source("setup-module"))
    kernel.run("%%module practical.one_line\ndef fail():\n    raise ValueError('on purpose')")
    shown = kernel.run("from practical.one_line import fail\nfail()")
    assert shown.error == "ValueError"
    assert "<practical.one_line>:2, in fail" in "".join(shown.lines)
    assert "2     raise ValueError('on purpose')" in "".join(shown.lines)
