"""The generator: what becomes of each marker, what it refuses, and that no file is ever lost."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

import make_notebooks

CARRIER = "%%module practical.checks\n"


def student_of(*cells, **metadata):
    """Return the student notebook made of these cells."""
    text = make_notebooks.make_student(new_notebook(cells=[*cells], metadata=metadata))
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    return notebook


def blanked(source):
    """Return what the student notebook holds for a code cell with this source."""
    return student_of(new_code_cell(source)).cells[0].source


class Folder:
    """A folder with a solutions notebook and one module, in which the tool is run."""

    def __init__(self, path, capsys):
        self.path, self.capsys = path, capsys
        self.solutions, self.student = path / "intro_solutions.ipynb", path / "intro.ipynb"
        self.module = path / "practical" / "checks.py"
        self.module.parent.mkdir()
        self.edit_module("2.0")
        picture = new_markdown_cell("data:image/jpeg;base64,AAAA", id="see")
        self.write(new_code_cell("g = img.mean(0)  # SOLUTION", id="g"), picture)

    def edit_module(self, version):
        text = f'# A module\nVERSION = "{version}"  # SOLUTION\n'
        self.module.write_text(text, encoding="utf-8")

    def write(self, *cells):
        """Write solutions that hold these cells, and below them the module."""
        notebook = new_notebook(cells=[*cells, new_code_cell(CARRIER, id="checks")])
        make_notebooks.carry_modules(notebook, make_notebooks.read_modules(self.module.parent))
        self.solutions.write_text(json.dumps(notebook), encoding="utf-8")

    def change(self, path, change):
        """Let `change` edit what the notebook `path` holds."""
        notebook = json.loads(path.read_text(encoding="utf-8"))
        change(notebook)
        path.write_text(json.dumps(notebook), encoding="utf-8")

    def run(self, *arguments):
        """Run the tool on this folder; return its exit status and the line that it prints."""
        here = ["--solutions", str(self.solutions), "--modules", str(self.module.parent)]
        status = make_notebooks.main([*here, *arguments])
        printed = self.capsys.readouterr()
        line = printed.err if status == 2 else printed.out
        assert printed.out + printed.err == line and line.count("\n") == 1
        return status, line

    def refusal(self, *arguments):
        """Return the sentence of a run that has to fail and to leave every file as it is."""
        before = self.files()
        status, sentence = self.run(*arguments)
        assert status == 2 and self.files() == before
        return sentence

    def files(self):
        """Return the bytes of each file beside the modules, by name."""
        return {path.name: path.read_bytes() for path in self.path.iterdir() if path.is_file()}


@pytest.fixture
def folder(tmp_path, capsys):
    return Folder(tmp_path, capsys)


def block(*lines, indent=""):
    """Return these lines between the markers of a block."""
    marked = ["# BEGIN SOLUTION: think", *lines, "# END SOLUTION"]
    return "\n".join(indent + line for line in marked)


@pytest.mark.parametrize(
    ("solution", "blank"),
    [
        ("o = f(img)  # SOLUTION: mind the batch", "o = ...  # FIXME: mind the batch"),
        ("o = f(img)  # SOLUTION  ", "o = ...  # FIXME"),
        ("o = f(  # why\n    img,\n)  # SOLUTION", "o = ...  # FIXME"),
        ("o = 1 + \\\n    2  # SOLUTION", "o = ...  # FIXME"),
        ("o = '''a\nb'''  # SOLUTION", "o = ...  # FIXME"),
        ("ä = 'é'  # SOLUTION: ñ", "ä = ...  # FIXME: ñ"),
        ("if a:\n\tx = 1  # SOLUTION", "if a:\n\tx = ...  # FIXME"),
        ("a = [\n1]  # SOLUTION\n\nb = 2  # SOLUTION", "a = ...  # FIXME\n\nb = ...  # FIXME"),
        ("# BEGIN SOLUTION\nx = 1\n# END SOLUTION", "# FIXME\nx = ..."),
        *((text, text) for text in ("# A dissolution, absolutely", "x = '''\n# Solution\n'''", "")),
        (
            f"if a:\n  for b in c:\n{block('c = 1', 'd = 2', indent='    ')}\n{block('e')}\nf",
            "if a:\n  for b in c:\n    # FIXME: think\n    c = ...\n    d = ...\n"
            "# FIXME: think\n...\nf",
        ),
    ],
)
def test_a_marked_answer_becomes_a_blank(solution, blank):
    assert blanked(solution) == blank


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["show(img)"], ["..."]),
        (["for k in ks:", "    o = f(k)"], ["..."]),
        (["async with x:", "    await x"], ["..."]),
        (["w[0, 0] = 1", "w.data = v"], ["..."]),
        (["w = torch.zeros(9)", "w[0] = 1", "o = f(w)"], ["w = ...", "o = ..."]),
        (["w = 1", "w = w + 1"], ["w = ..."]),
        (["(a, [b, *c]), d = e = f()"], ["a = ...", "b = ...", "c = ...", "d = ...", "e = ..."]),
        (["n: int = 3", "total += n"], ["n = ...", "total = ..."]),
        (["o = [i for i in range(3)]"], ["o = ..."]),
        (["text = '''", "not indented'''"], ["text = ..."]),
        (["# a comment", "", "w = 1", ""], ["w = ..."]),
        (["y = x", "return y"], ["return ..."]),
        (["if x:", "    return 1", "y = 2"], ["y = ..."]),
    ],
)
def test_a_block_becomes_its_hint_and_a_return_or_the_names_that_it_assigns(lines, kept):
    before, after = "async def f(x):\n    start()\n", "\n    end()"
    expected = "\n".join("    " + line for line in ["# FIXME: think", *kept])
    assert blanked(before + block(*lines, indent="    ") + after) == before + expected + after


def test_a_tagged_answer_becomes_a_request_for_one_and_all_other_cells_are_kept():
    picture = {"a.png": {"image/png": "aGk="}}
    cells = [
        new_markdown_cell("It blurs.", metadata={"tags": ["solution"]}, attachments=picture),
        new_markdown_cell("Edges.", metadata={"tags": ["long", "solution"]}),
        new_markdown_cell("x  # SOLUTION", metadata={"tags": ["long"]}, attachments=picture),
        new_raw_cell("x = 1  # SOLUTION\u2028\x85"),
        new_code_cell("print('# SOLUTION')"),
    ]
    made = student_of(*cells).cells
    for cell, solution, metadata in zip(made, cells[:2], ({}, {"tags": ["long"]}), strict=False):
        text = "*FIXME: write your answer here.*"
        assert cell == new_markdown_cell(text, id=solution.id, metadata=metadata)
    assert made[2:] == cells[2:]


# Code that cannot hold a blank, and comments that are no markers
NO_NAMES = "a, b = 1, 2", "w[0, 0] = 1", "w.grad = 1", "a = b = 1", "a += 1", "a: int = 1", "f(x)"
NOT_ALONE = "a = 1; b = 2", "a = 1;", "ä = 'éééé'; b", "if a: b = 2"
ALMOST = "#SOLUTION", "## SOLUTION", "# solution:", "# SOLUTION:", "# SOLUTION mind", "# SOLUTOIN"
# What the sentence says, then the line that it names and the cell
WRONG = {
    "one plain name": [
        *((1, f"{code}  # SOLUTION") for code in NO_NAMES),
        (2, "x = 1\n# SOLUTION"),
        (1, "x = (  # SOLUTION\n    1)"),
        (2, "x = [\n    1,  # SOLUTION\n    2]"),
        (2, "def f(x):\n    return x  # SOLUTION"),
    ],
    "for itself": [(1, f"{code}  # SOLUTION") for code in NOT_ALONE],
    "closes no": [(2, "x = 1\n# END SOLUTION")],
    "has no `# END": [(2, "x = 1\n# BEGIN SOLUTION\nx = 2")],
    "inside the block": [(2, block(block())), (3, block("x", "x = 1  # SOLUTION"))],
    "alone on its line": [
        (1, "x = 1  # BEGIN SOLUTION\n# END SOLUTION"),
        (2, "# BEGIN SOLUTION\nx = 1  # END SOLUTION"),
    ],
    "equally far": [(4, "if a:\n    # BEGIN SOLUTION\n    x = 1\n# END SOLUTION")],
    "whole statements": [
        (1, block()),
        (2, "if a:\n  # BEGIN SOLUTION\n    b\n  # END SOLUTION"),
        (1, block("if a:", "    b") + "\n    c"),
        (3, "if a:\n    b\n" + block("    c")),
        (2, f"x = [\n{block('1,', indent='    ')}\n]"),
        (2, "if a:\n    # BEGIN SOLUTION\n    b\nelse:\n    c\n    # END SOLUTION"),
        (2, "try:\n    # BEGIN SOLUTION\n    b\nfinally:\n    c\n    # END SOLUTION"),
        (2, "def f():\n    # BEGIN SOLUTION\n    a\nb\n    # END SOLUTION"),
    ],
    "almost a marker": [
        *((1, f"x = 1  {comment}") for comment in (*ALMOST, "# noqa  # SOLUTION")),
        (1, "# BEGIN SOLUTIONS\nx = 1\n# END SOLUTION"),
        (3, "# BEGIN SOLUTION\nx = 1\n# END SOLUTION: now"),
    ],
    "not plain Python": [
        *((1, code) for code in ("return 1", "x = '\0'", "x = '\ud800'")),
        *((2, code) for code in ("x = 1\ny = (", "x\n%matplotlib inline")),
    ],
    "what the blanks leave": [(4, f"async def f():\n  yield\n{block('return', indent='  ')}")],
    "Windows line end": [(2, "x = 1\ny = 2\r\n")],
    "the tag `": [
        (1, new_code_cell("x = 1", id="edge", metadata={"tags": ["solution"]})),
        (1, new_raw_cell("x", id="edge", metadata={"tags": ["solution"]})),
        (1, new_markdown_cell("x", id="edge", metadata={"tags": ["Solution"]})),
        (1, new_markdown_cell("x", id="edge", metadata={"tags": ["solution", "solutions"]})),
    ],
}


@pytest.mark.parametrize(
    ("words", "line", "cell"), [(words, *row) for words, rows in WRONG.items() for row in rows]
)
def test_a_wrong_cell_is_named_with_its_line_and_nothing_is_written(folder, words, line, cell):
    wrong = new_code_cell(cell, id="edge") if isinstance(cell, str) else cell
    folder.write(new_code_cell("x = 1"), wrong)
    sentence = folder.refusal()
    assert sentence.startswith(f"Cell `edge`, line {line}: ") and words in sentence
    assert folder.refusal("--check") == sentence


@pytest.mark.parametrize("part", ["hints", "check"])
def test_a_part_of_an_exercise_that_there_is_not_is_named(folder, part):
    folder.write(new_code_cell("x = 1", id=f"edge-{part}"))
    assert folder.refusal().startswith(f"Cell `edge-{part}`")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda n: n["cells"][1].pop("id"), "cell number 2 has no id"),
        (lambda n: n["cells"][1].update(id="g"), "number 2 has the id `g` of an earlier one"),
        (lambda n: n.update(nbformat_minor=0), "notebook format 4.0"),
        (lambda n: n.update(nbformat=3, worksheets=[{"cells": n.pop("cells")}]), "format 3.5"),
        (lambda n: n.pop("cells"), "not a Jupyter notebook"),
        (lambda n: n["cells"][1].update(cell_type="x", source="long " * 999), "not a Jupyter"),
    ],
)
def test_a_damaged_notebook_is_described_and_nothing_is_written(folder, damage, words):
    folder.change(folder.solutions, damage)
    sentence = folder.refusal()
    assert str(folder.solutions) in sentence and words in sentence
    assert len(sentence) < len(str(folder.solutions)) + 250


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"{}", b"[]", b'{"nbformat": {}}', b'{"nbformat": 5}', b'{"nbformat": 4}'],
)
def test_a_file_that_is_no_notebook_is_called_so_and_never_overwritten(folder, content):
    folder.student.write_bytes(content)
    assert folder.run("--check")[0] == 1
    assert "move it away or delete it" in folder.refusal()
    folder.solutions.write_bytes(content)
    assert str(folder.solutions) in folder.refusal()
    folder.solutions.unlink()
    assert f"{folder.solutions} cannot be read" in folder.refusal()


def test_outputs_counts_and_traces_of_the_machine_are_gone():
    folded = {"cellView": "form", "tags": ["hide-input"], "_kg_hide-input": True}
    cell = new_code_cell("img.mean()  # @param", id="load", execution_count=7)
    cell.outputs = [new_output("execute_result", {"text/plain": "127"}, execution_count=7)]
    cell.metadata = folded | {
        "jupyter": {"source_hidden": True, "outputs_hidden": True},
        "collapsed": True,
        "executionInfo": {"user": {"displayName": "Ada"}},
    }
    kept = {"kernelspec": {"display_name": "Python 3", "name": "python3"}, "practical": {"a": 1}}
    language = {"name": "python", "version": "3.11.2", "file_extension": ".py"}
    made = student_of(cell, **kept, language_info=language, widgets={"state": {}})
    (cell,) = made.cells
    assert (cell.id, cell.outputs, cell.execution_count) == ("load", [], None)
    assert cell.metadata == folded | {"jupyter": {"source_hidden": True}}
    assert made.metadata.pop("make_notebooks")
    assert made.metadata == kept | {"language_info": {"name": "python"}}


def test_it_writes_utf_8_with_unix_line_ends_and_a_second_time_the_same(folder):
    folder.write(new_markdown_cell("√(2/75) ✓"), new_code_cell("x = 1"))
    assert folder.run("--check")[0] == 1
    before = folder.files()
    folder.path.joinpath("intro.ipynb.part").touch()  # left by a run that was killed
    assert folder.run() == (0, f"{folder.solutions} and {folder.student} written.\n")
    made = folder.student.read_bytes()
    assert folder.files() == before | {folder.student.name: made}
    assert "√(2/75) ✓".encode() in made and b"\r" not in made and made.endswith(b"}\n")
    for path in folder.solutions, folder.student, folder.module:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    up_to_date = f"{folder.solutions} and {folder.student} are up to date.\n"
    assert folder.run("--check") == (0, up_to_date)
    folder.run()
    assert folder.student.read_bytes() == made


def test_the_student_notebook_can_be_put_elsewhere_but_not_in_the_place_of_the_solutions(folder):
    elsewhere = folder.path / "elsewhere.ipynb"
    assert folder.run("--student", str(elsewhere))[0] == 0
    assert set(folder.files()) == {elsewhere.name, folder.solutions.name}
    absent = folder.path / "absent" / "student.ipynb"
    assert f"{absent} cannot be written" in folder.refusal("--student", str(absent))
    same_file = folder.path / ".." / folder.path.name / folder.solutions.name
    assert "--student" in folder.refusal("--student", str(same_file))


def test_run_as_a_script_it_finds_notebooks_and_modules_from_its_own_place(folder):
    tool = Path(make_notebooks.__file__)
    shutil.copytree(tool.parent, folder.path / "tools")
    folder.solutions.rename(folder.path / "convolution_101_solutions.ipynb")
    command = [sys.executable, folder.path / "tools" / tool.name, "--check"]
    checked = subprocess.run(command, cwd=tool.parent, capture_output=True, text=True)
    assert checked.returncode == 1
    assert str(folder.path.resolve() / "convolution_101.ipynb") in checked.stdout


def test_an_edited_module_is_noticed_and_written_into_both_notebooks_once(folder):
    folder.run()
    folder.edit_module("2.1")
    before = folder.files()
    status, line = folder.run("--check")
    assert status == 1 and "run it" in line and folder.files() == before
    assert folder.run()[0] == 0
    for path in folder.solutions, folder.student:
        notebook = nbformat.read(path, as_version=4)
        text = folder.module.read_text(encoding="utf-8")
        assert notebook.cells[-1].source + "\n" == CARRIER + text
        assert notebook.metadata.practical.version == "2.1"
    written = folder.files()
    assert folder.run("--check")[0] == folder.run()[0] == 0
    assert folder.files() == written
    folder.solutions.write_bytes(before[folder.solutions.name])
    assert folder.run("--check")[0] == 1
    source = notebook.cells[-1].source  # edited in the notebook as well, in the same way
    folder.change(folder.solutions, lambda n: n["cells"][-1].update(source=source))
    assert folder.run()[0] == 0


@pytest.mark.parametrize(
    ("file", "source", "sentence"),
    [
        ("new.py", "x = 1", "practical/new.py needs a cell that carries it.\n"),
        (
            "checks.py",
            "%%module practical.new\n",
            "Cell `g`: the module `practical/new.py` is no file.",
        ),
        (
            "checks.py",
            None,
            "Cell `checks`: the module `practical/checks.py` is in another cell too.\n",
        ),
        ("checks.py", CARRIER + "x = 1", "Cell `g` was edited in the notebook: make the change in"),
    ],
)
def test_a_module_needs_one_cell_and_the_cell_its_file_word_for_word(
    folder, file, source, sentence
):
    folder.module.with_name(file).touch()
    source = source or CARRIER + folder.module.read_text(encoding="utf-8").removesuffix("\n")
    folder.change(folder.solutions, lambda n: n["cells"][0].update(source=source))
    assert folder.refusal().startswith(sentence)
    assert folder.refusal("--check").startswith(sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"VERSION = ", "checks.py: line 1: the module is not plain Python"),
        (b"\xff", "checks.py: 'utf-8' codec can't decode"),
        (b"x = 1", "checks.py needs a line `VERSION = "),
    ],
)
def test_a_module_that_cannot_be_carried_is_named(folder, text, sentence):
    folder.module.write_bytes(text)
    assert sentence in folder.refusal()


def test_new_lines_at_the_end_of_a_module_make_no_difference(folder):
    folder.module.write_text(folder.module.read_text("utf-8") + "\n\n", encoding="utf-8")
    assert folder.run()[0] == folder.run()[0] == folder.run("--check")[0] == 0


@pytest.mark.parametrize(
    ("change", "is_work"),
    [
        (lambda n: n["cells"][0].update(execution_count=1), True),
        (lambda n: n["cells"][0].update(outputs=[new_output("stream", text="hello")]), True),
        (lambda n: n["cells"][0].update(source="g = img.mean(0)"), True),
        (lambda n: n["cells"][0].update(id="0"), True),
        (lambda n: n["cells"][1].update(cell_type="raw"), True),
        (lambda n: n["cells"].append(new_markdown_cell("Ask about this.")), True),
        (lambda n: n["metadata"].pop("make_notebooks"), True),
        (lambda n: n["metadata"].update(make_notebooks="yes"), True),
        (lambda n: n["cells"][0]["metadata"].update(tags=["mine"]), False),
        (lambda n: n["cells"][1].update(source="data:image/jpeg;base64,BBBB"), False),
        (lambda n: n["metadata"]["practical"].update(version="1.0"), False),
    ],
)
def test_every_change_is_noticed_and_work_is_never_overwritten(folder, change, is_work):
    folder.run()
    made = folder.student.read_bytes()
    folder.change(folder.student, change)
    assert folder.run("--check")[0] == 1
    if is_work:
        folder.edit_module("2.1")
        sentence = folder.refusal()
        assert str(folder.student) in sentence and "move it away or delete it" in sentence
        folder.edit_module("2.0")
        folder.student.rename(folder.path / "mine.ipynb")
    assert folder.run()[0] == 0
    assert folder.student.read_bytes() == made


def test_a_write_that_fails_leaves_the_old_files_and_nothing_else(folder, monkeypatch):
    def full_disk(*_, **__):
        raise OSError("No space left on device")

    folder.run()
    for change in lambda: folder.edit_module("2.1"), lambda: folder.write(new_code_cell("x = 1")):
        change()
        for name in "write_text", "replace":
            with monkeypatch.context() as patch:
                patch.setattr(Path, name, full_disk)
                assert "No space left" in folder.refusal()
    folder.write(new_markdown_cell("\ud800"))
    assert "cannot be written" in folder.refusal()


LINKED = (
    new_markdown_cell("## 5. Blur: when?", id="g-text"),
    new_markdown_cell("Hints", id="g-hints"),
    new_code_cell("# Exercise: g\ng = 1  # SOLUTION", id="g"),
    new_code_cell('check("g")', id="g-check"),
)


def test_links_lead_from_the_hints_to_the_heading_in_the_solutions(folder):
    folder.write(*LINKED)
    folder.run("--links", "owner/name")
    hints = nbformat.read(folder.student, as_version=4).cells[1].source
    address = "https://nbviewer.org/github/owner/name/blob/main/convolution_101_solutions.ipynb"
    assert f"({address}#5.-Blur%3A-when%3F)" in hints


def test_a_notebook_with_links_is_up_to_date_and_is_made_again_with_them(folder):
    folder.write(*LINKED)
    folder.run()
    without = folder.student.read_bytes()
    folder.run("--links", "owner/name")
    linked = folder.student.read_bytes()
    assert b"nbviewer" in linked and b"nbviewer" not in without
    assert folder.run("--check")[0] == 0
    folder.run()
    assert folder.student.read_bytes() == linked
    folder.run("--links", "")
    assert folder.student.read_bytes() == without


def test_badges_stand_below_the_titles_of_readme_and_notebook_and_go_again(folder):
    folder.write(new_markdown_cell("# Title\n\nText", id="intro"), *LINKED)
    page = folder.student.with_name("README.md")
    page.write_text("# Title\n\nText\n", encoding="utf-8")
    for repository in "owner/name", "other/one":
        folder.run("--links", repository)
        for text in page.read_text("utf-8"), nbformat.read(folder.student, 4).cells[0].source:
            title, badges, rest = text.split("\n\n")
            assert (title, rest.strip()) == ("# Title", "Text")
            names = re.findall(r"\[!\[([\w ]+)\]\(https:\S+\)\]\(https:\S+\)", badges)
            assert names == [
                "Open this practical in Colab",
                "Open this practical in Binder",
                "Read this practical in nbviewer",
            ]
            assert badges.count(repository) == 3
    assert folder.run("--check")[0] == 0
    page.write_text("# Title\n\nText\n", encoding="utf-8")
    assert folder.run("--check")[0] == 1
    folder.run("--links", "")
    assert page.read_text("utf-8") == "# Title\n\nText\n"
    assert nbformat.read(folder.student, 4).cells[0].source == "# Title\n\nText"


def test_an_address_that_is_no_repository_is_refused(folder):
    folder.run()
    assert "owner/name" in folder.refusal("--links", "https://github.com/owner/name")
