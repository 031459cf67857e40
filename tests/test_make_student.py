"""The generator: what becomes of each marker, what it refuses, and that no file is ever lost."""

import contextlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

import make_student


def notebook_of(*cells):
    """A valid notebook of these cells; a string stands for a code cell."""
    cells = [new_code_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    return new_notebook(cells=cells)


def student_of(*cells):
    """The cells of the student notebook made from a solutions notebook of these cells."""
    text = make_student.make_student(notebook_of(*cells))
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    return notebook.cells


def blanked(source):
    """What the student notebook holds for a code cell with this source."""
    return student_of(source)[0].source


class Folder:
    """A folder with a solutions notebook in which the tool is run."""

    def __init__(self, path, capsys):
        self.path, self.capsys = path, capsys
        self.solutions = path / "practical_solutions.ipynb"
        self.student = path / "practical.ipynb"

    def write(self, *cells):
        nbformat.write(notebook_of(*cells), self.solutions)

    def run(self, *arguments):
        """Run the tool on this folder; return its exit status and the line it prints."""
        status = make_student.main(["--solutions", str(self.solutions), *arguments])
        printed = self.capsys.readouterr()
        line = printed.err if status == 2 else printed.out
        assert printed.out + printed.err == line and line.count("\n") == 1
        return status, line

    def change(self, change):
        """Let `change` edit the student notebook and save it as an editor would."""
        notebook = nbformat.read(self.student, as_version=4)
        change(notebook)
        nbformat.write(notebook, self.student)

    def files(self):
        return sorted(path.name for path in self.path.iterdir())


@pytest.fixture
def folder(tmp_path, capsys):
    folder = Folder(tmp_path, capsys)
    folder.write(new_code_cell("gray = img.mean(dim=0)  # SOLUTION", id="grayscale"))
    return folder


# What becomes of a marker


@pytest.mark.parametrize(
    ("solution", "blank"),
    [
        ("o = f(img)  # SOLUTION", "o = ...  # FIXME"),
        ("o = f(img)  # SOLUTION: mind the batch", "o = ...  # FIXME: mind the batch"),
        ("o = f(img)  # SOLUTION  ", "o = ...  # FIXME"),
        ("o = f(  # why\n    img,\n)  # SOLUTION", "o = ...  # FIXME"),
        ("o = 1 + \\\n    2  # SOLUTION", "o = ...  # FIXME"),
        ("o = '''a\nb'''  # SOLUTION", "o = ...  # FIXME"),
        ("ä = 'é'  # SOLUTION: ñ", "ä = ...  # FIXME: ñ"),
        (
            "def f(x):\n    y = x  # SOLUTION\n    return y",
            "def f(x):\n    y = ...  # FIXME\n    return y",
        ),
        ("if a:\n\tx = 1  # SOLUTION", "if a:\n\tx = ...  # FIXME"),
        ("a = 1\nb = 2  # SOLUTION\nc = 3", "a = 1\nb = ...  # FIXME\nc = 3"),
        ("a = 1  # SOLUTION\n\nb = 2  # SOLUTION", "a = ...  # FIXME\n\nb = ...  # FIXME"),
    ],
)
def test_a_marked_assignment_becomes_one_line_with_a_blank(solution, blank):
    assert blanked(solution) == blank


def block(*lines, indent=""):
    """These lines between the markers of a block."""
    marked = ["# BEGIN SOLUTION: think", *lines, "# END SOLUTION"]
    return "\n".join(indent + line for line in marked)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["show(img)"], ["..."]),
        (["for k in ks:", "    o = f(k)"], ["..."]),
        (["w[0, 0] = 1", "w.data = v"], ["..."]),
        (["w = torch.zeros(9)", "w[0] = 1", "o = f(w)"], ["w = ...", "o = ..."]),
        (["w = 1", "w = w + 1"], ["w = ..."]),
        (["(a, [b, *c]), d = e = f()"], ["a = ...", "b = ...", "c = ...", "d = ...", "e = ..."]),
        (["n: int = 3", "total += n"], ["n = ...", "total = ..."]),
        (["o = [i for i in range(3)]"], ["o = ..."]),
        (["text = '''", "not indented'''"], ["text = ..."]),
        (["# a comment", "", "w = 1", ""], ["w = ..."]),
    ],
)
def test_a_block_becomes_its_hint_and_the_names_that_it_assigns(lines, kept):
    before, after = "start()\n", "\nend()"
    expected = before + "\n".join(["# FIXME: think", *kept]) + after
    assert blanked(before + block(*lines) + after) == expected


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["return x"], "return ..."),
        (["y = x", "return y"], "return ..."),
        (["if x:", "    return 1", "y = 2"], "y = ..."),
        (["async with x:", "    await x"], "..."),
    ],
)
def test_a_block_that_returns_becomes_a_return(lines, kept):
    source = "async def f(x):\n" + block(*lines, indent="    ")
    assert blanked(source) == f"async def f(x):\n    # FIXME: think\n    {kept}"


def test_a_block_may_stand_at_any_depth_and_beside_others():
    source = (
        f"if a:\n    for i in b:\n{block('c = i', indent=' ' * 8)}\n"
        f"    else:\n{block('d = 1', indent=' ' * 8)}\n{block('e = 2')}"
    )
    assert blanked(source) == (
        "if a:\n    for i in b:\n        # FIXME: think\n        c = ...\n"
        "    else:\n        # FIXME: think\n        d = ...\n# FIXME: think\ne = ..."
    )


def test_a_block_without_a_hint_gives_a_bare_fixme():
    assert blanked("# BEGIN SOLUTION\nx = 1\n# END SOLUTION") == "# FIXME\nx = ..."


def test_a_marker_inside_a_string_is_not_a_marker():
    source = 'text = "x = 1  # SOLUTION"\nmore = """\n# BEGIN SOLUTION\n# Solution\n"""'
    assert blanked(source) == source


def test_a_tagged_answer_becomes_a_request_for_one_and_loses_its_tag():
    tagged = new_markdown_cell(
        "It blurs. ![](attachment:a.png)",
        metadata={"tags": ["solution"]},
        attachments={"a.png": {"image/png": "aGk="}},
    )
    also = new_markdown_cell("Edges.", metadata={"tags": ["long", "solution"]})
    plain = new_markdown_cell("x = 1  # SOLUTION", metadata={"tags": ["long"]})
    first, second, third = student_of(tagged, also, plain)
    assert first.source == second.source == "*FIXME: write your answer here.*"
    assert first.metadata == {} and "attachments" not in first
    assert second.metadata == {"tags": ["long"]}
    assert third == plain


PLAIN_CODE = st.sampled_from(
    ["x = 1", "# A dissolution, absolutely", "print('# SOLUTION')", "", "def f():\n    return ..."]
)
PROSE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


@settings(deadline=None)
@given(
    st.lists(
        st.lists(PLAIN_CODE, max_size=4).map("\n".join).map(new_code_cell)
        | PROSE.map(new_markdown_cell)
        | PROSE.map(new_raw_cell)
    )
)
def test_cells_without_markers_keep_ids_types_and_sources(cells):
    made = student_of(*cells)
    assert [(c.id, c.cell_type, c.source) for c in made] == [
        (c.id, c.cell_type, c.source) for c in cells
    ]


@settings(deadline=None)
@given(
    depth=st.integers(0, 3),
    answer=st.lists(st.integers(10**6, 10**9), min_size=1).map(lambda n: json.dumps(n, indent=2)),
    in_block=st.booleans(),
)
def test_nothing_of_an_answer_is_left(depth, answer, in_block):
    indent = "    " * depth
    lines = [f"{'    ' * level}if True:" for level in range(depth)]
    if in_block:
        lines += [f"{indent}# BEGIN SOLUTION", f"{indent}w = {answer}", f"{indent}# END SOLUTION"]
    else:
        lines.append(f"{indent}w = {answer}  # SOLUTION")
    made = blanked("\n".join(lines))
    assert not any(character.isdigit() for character in made)
    compile(made, "cell", "exec")


# What the student notebook is like


def executed_notebook():
    cell = new_code_cell(
        "img.mean()  # @param",
        id="load",
        execution_count=7,
        outputs=[new_output("execute_result", {"text/plain": "127"}, execution_count=7)],
        metadata={
            "cellView": "form",
            "tags": ["hide"],
            "jupyter": {"source_hidden": True, "outputs_hidden": True},
            "collapsed": True,
            "scrolled": True,
            "execution": {"iopub.execute_input": "2026-08-01T00:00:00Z"},
            "executionInfo": {"user": {"displayName": "Ada"}},
        },
    )
    kernelspec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {
        "kernelspec": kernelspec,
        "language_info": {"name": "python", "version": "3.11.2", "file_extension": ".py"},
        "widgets": {"application/vnd.jupyter.widget-state+json": {}},
    }
    return new_notebook(cells=[cell], metadata=metadata)


def test_outputs_counts_and_traces_of_the_machine_are_gone():
    made = nbformat.reads(make_student.make_student(executed_notebook()), as_version=4)
    (cell,) = made.cells
    assert cell.id == "load" and cell.outputs == [] and cell.execution_count is None
    assert cell.metadata == {
        "cellView": "form",
        "tags": ["hide"],
        "jupyter": {"source_hidden": True},
    }
    assert set(made.metadata) == {"kernelspec", "language_info", "make_student"}
    assert made.metadata.kernelspec.display_name == "Python 3"
    assert made.metadata.language_info == {"name": "python"}


def test_the_solutions_are_left_as_they_were(folder):
    before = folder.solutions.read_bytes()
    folder.run()
    assert folder.solutions.read_bytes() == before


def test_the_file_is_utf_8_with_unix_line_ends_and_nothing_is_left_beside_it(folder):
    folder.write(new_markdown_cell("√(2/75) ✓"), "x = 1")
    assert folder.run() == (0, f"{folder.student} written.\n")
    written = folder.student.read_bytes()
    assert "√(2/75) ✓".encode() in written
    assert b"\r" not in written and written.endswith(b"}\n")
    assert folder.files() == ["practical.ipynb", "practical_solutions.ipynb"]


def test_making_it_twice_gives_the_same_bytes(folder):
    folder.run()
    first = folder.student.read_bytes()
    assert folder.run()[0] == 0
    assert folder.student.read_bytes() == first


def test_solutions_checked_out_with_windows_line_ends_make_the_same_notebook(folder):
    folder.run()
    first = folder.student.read_bytes()
    for path in folder.solutions, folder.student:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert folder.run("--check")[0] == 0
    folder.run()
    assert folder.student.read_bytes() == first


# The command line


def test_check_tells_by_status_and_writes_nothing(folder):
    assert folder.run("--check")[0] == 1
    assert folder.files() == ["practical_solutions.ipynb"]
    folder.run()
    assert folder.run("--check") == (0, f"{folder.student} is up to date.\n")
    made = folder.student.read_bytes()
    folder.write(new_code_cell("gray = 0  # SOLUTION: another", id="grayscale"))
    status, line = folder.run("--check")
    assert status == 1 and "run it" in line
    assert folder.student.read_bytes() == made


@pytest.mark.parametrize(
    "change",
    [
        lambda notebook: notebook.cells[0].update(id="gray"),
        lambda notebook: notebook.cells[0].update(source="gray = 1"),
        lambda notebook: notebook.cells[0].update(execution_count=1),
        lambda notebook: notebook.cells[0].metadata.update(tags=["mine"]),
        lambda notebook: notebook.metadata.pop("make_student"),
        lambda notebook: notebook.cells.append(new_markdown_cell("mine")),
    ],
)
def test_check_notices_any_change_of_the_student_notebook(folder, change):
    folder.run()
    folder.change(change)
    assert folder.run("--check")[0] == 1


def test_check_says_no_to_a_file_that_is_no_notebook(folder):
    folder.student.write_text("hello", encoding="utf-8")
    assert folder.run("--check")[0] == 1


def test_check_of_broken_solutions_is_an_error_not_a_difference(folder):
    folder.write("# END SOLUTION")
    assert folder.run("--check")[0] == 2


def test_the_student_notebook_can_be_put_elsewhere(folder):
    elsewhere = folder.path / "elsewhere.ipynb"
    assert folder.run("--student", str(elsewhere)) == (0, f"{elsewhere} written.\n")
    assert folder.files() == ["elsewhere.ipynb", "practical_solutions.ipynb"]


def test_run_as_a_script_it_finds_the_notebooks_from_its_own_place(folder):
    repo = folder.path / "repo"
    shutil.copytree(Path(make_student.__file__).parent, repo / "tools")
    shutil.copy(folder.solutions, repo / "convolution_101_solutions.ipynb")
    command = [sys.executable, repo / "tools" / "make_student.py", "--check"]
    checked = subprocess.run(command, cwd=folder.path, capture_output=True, text=True)
    assert checked.returncode == 1
    assert str(repo.resolve() / "convolution_101.ipynb") in checked.stdout


# Solutions that are wrong: one sentence, nothing written


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        # Not an assignment that can hold a blank
        ("a, b = 1, 2  # SOLUTION", 1, "one plain name"),
        ("w[0, 0] = 1  # SOLUTION", 1, "one plain name"),
        ("w.grad = 1  # SOLUTION", 1, "one plain name"),
        ("a = b = 1  # SOLUTION", 1, "one plain name"),
        ("a += 1  # SOLUTION", 1, "one plain name"),
        ("a: int = 1  # SOLUTION", 1, "one plain name"),
        ("x\nprint(x)  # SOLUTION", 2, "one plain name"),
        ("x = 1\n# SOLUTION", 2, "one plain name"),
        ("x = (  # SOLUTION\n    1)", 1, "one plain name"),
        ("x = [\n    1,  # SOLUTION\n    2]", 2, "one plain name"),
        ("def f(x):\n    return x  # SOLUTION", 2, "one plain name"),
        ("a = 1; b = 2  # SOLUTION", 1, "for itself"),
        ("a = 1;  # SOLUTION", 1, "for itself"),
        ("ä = 'éééé'; b  # SOLUTION", 1, "for itself"),
        ("if a: b = 2  # SOLUTION", 1, "for itself"),
        # Blocks that do not close
        ("x = 1\n# END SOLUTION", 2, "closes no"),
        ("x = 1\n# BEGIN SOLUTION\nx = 2", 2, "has no `# END"),
        ("# BEGIN SOLUTION\nx = 1\n# BEGIN SOLUTION\n# END SOLUTION", 3, "inside the block"),
        ("# BEGIN SOLUTION\nx = 1  # SOLUTION\n# END SOLUTION", 2, "inside the block"),
        # Blocks in the wrong place
        ("x = 1  # BEGIN SOLUTION\n# END SOLUTION", 1, "alone on its line"),
        ("# BEGIN SOLUTION\nx = 1  # END SOLUTION", 2, "alone on its line"),
        ("if a:\n    # BEGIN SOLUTION\n    x = 1\n# END SOLUTION", 4, "equally far"),
        ("# BEGIN SOLUTION\n# END SOLUTION", 1, "whole statements"),
        ("if a:\n  # BEGIN SOLUTION\n    b\n  # END SOLUTION", 2, "whole statements"),
        ("# BEGIN SOLUTION\nif a:\n    b\n# END SOLUTION\n    c", 1, "whole statements"),
        ("if a:\n    b\n# BEGIN SOLUTION\n    c\n# END SOLUTION", 3, "whole statements"),
        ("x = [\n    # BEGIN SOLUTION\n    1,\n    # END SOLUTION\n]", 2, "whole statements"),
        (
            "if a:\n    # BEGIN SOLUTION\n    b\nelse:\n    c\n    # END SOLUTION",
            2,
            "whole statements",
        ),
        (
            "try:\n    # BEGIN SOLUTION\n    b\nfinally:\n    c\n    # END SOLUTION",
            2,
            "whole statements",
        ),
        (
            "def f():\n    # BEGIN SOLUTION\n    a\nb\n    # END SOLUTION",
            2,
            "whole statements",
        ),
        # Almost a marker
        ("x = 1  #SOLUTION", 1, "almost a marker"),
        ("x = 1  ## SOLUTION", 1, "almost a marker"),
        ("x = 1  # Solution", 1, "almost a marker"),
        ("x = 1  # solution:", 1, "almost a marker"),
        ("x = 1  # SOLUTION:", 1, "almost a marker"),
        ("x = 1  # SOLUTION mind the batch", 1, "almost a marker"),
        ("x = 1  # SOLUTOIN", 1, "almost a marker"),
        ("x = 1  # noqa  # SOLUTION", 1, "almost a marker"),
        ("# BEGIN SOLUTIONS\nx = 1\n# END SOLUTION", 1, "almost a marker"),
        ("# BEGIN SOLUTION\nx = 1\n# END SOLUTION: now", 3, "almost a marker"),
        ("### BEGIN SOLUTION\nx = 1\n### END SOLUTION", 1, "almost a marker"),
        # Not Python, before or after
        ("x = 1\ny = (", 2, "not plain Python"),
        ("x\n%matplotlib inline", 2, "not plain Python"),
        ("return 1", 1, "not plain Python"),
        ("x = '\0'", 1, "not plain Python"),
        (
            "def f():\n    # BEGIN SOLUTION\n    for i in x:\n        pass\n    # END SOLUTION\n"
            "    def g():\n        nonlocal i",
            5,
            "what the blanks leave",
        ),
        ("x = 1\r\ny = 2", 1, "Windows line end"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line_and_nothing_is_written(folder, source, line, words):
    folder.write("x = 1", new_code_cell(source, id="edge"))
    status, sentence = folder.run()
    assert status == 2
    assert sentence.startswith(f"Cell `edge`, line {line}: ") and words in sentence
    assert folder.files() == ["practical_solutions.ipynb"]


@pytest.mark.parametrize(
    "cell",
    [
        new_code_cell("x = 1", id="edge", metadata={"tags": ["solution"]}),
        new_raw_cell("x", id="edge", metadata={"tags": ["solution"]}),
        new_markdown_cell("x", id="edge", metadata={"tags": ["Solution"]}),
        new_markdown_cell("x", id="edge", metadata={"tags": ["solution", "solutions"]}),
    ],
)
def test_a_solution_tag_that_would_blank_nothing_is_an_error(folder, cell):
    folder.write(cell)
    status, sentence = folder.run()
    assert status == 2 and sentence.startswith("Cell `edge`") and "tag" in sentence
    assert not folder.student.exists()


def without_id(notebook):
    del notebook["cells"][1]["id"]


def with_the_same_id_twice(notebook):
    notebook["cells"][1]["id"] = "first"


def as_colab_saves_it(notebook):
    notebook["nbformat_minor"] = 0
    for cell in notebook["cells"]:
        cell["metadata"]["id"] = cell.pop("id")


def as_jupyter_once_saved_it(notebook):
    notebook["nbformat"], notebook["worksheets"] = 3, [{"cells": notebook.pop("cells")}]


def without_cells(notebook):
    del notebook["cells"]


def with_a_cell_of_no_kind(notebook):
    notebook["cells"][1].update(cell_type="answer", source="long " * 1000)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (without_id, "cell number 2 has no id"),
        (with_the_same_id_twice, "cell number 2 has the id `first` of an earlier one"),
        (as_colab_saves_it, "notebook format 4.0"),
        (as_jupyter_once_saved_it, "notebook format 3.5"),
        (without_cells, "not a Jupyter notebook"),
        (with_a_cell_of_no_kind, "not a Jupyter notebook"),
    ],
)
def test_a_damaged_notebook_is_described_and_nothing_is_written(folder, damage, words):
    folder.write(new_code_cell("x = 1", id="first"), new_code_cell("y = 1", id="second"))
    notebook = json.loads(folder.solutions.read_text(encoding="utf-8"))
    damage(notebook)
    folder.solutions.write_text(json.dumps(notebook), encoding="utf-8")
    status, sentence = folder.run()
    assert status == 2 and str(folder.solutions) in sentence and words in sentence
    assert len(sentence) < len(str(folder.solutions)) + 250
    assert folder.files() == ["practical_solutions.ipynb"]


@pytest.mark.parametrize("content", [b"", b"hello", b"\xff\xfe", b"\x89PNG", b"[]", b"7"])
def test_a_file_that_is_no_notebook_is_called_so(folder, content):
    folder.solutions.write_bytes(content)
    status, sentence = folder.run()
    assert status == 2 and "not a Jupyter notebook" in sentence
    assert not folder.student.exists()


KEYS = st.sampled_from(["cells", "metadata", "cell_type", "source", "id", "outputs", "worksheets"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
)


@settings(deadline=None)
@given(
    version=st.integers(0, 5) | JSON,
    minor=st.integers(0, 6) | JSON,
    rest=st.dictionaries(KEYS, JSON),
)
def test_no_json_makes_the_reader_fail_in_any_other_way(tmp_path_factory, version, minor, rest):
    path = tmp_path_factory.getbasetemp() / "any.ipynb"
    text = json.dumps({"nbformat": version, "nbformat_minor": minor, **rest})
    path.write_text(text, encoding="utf-8")
    with contextlib.suppress(make_student.NotebookError):
        nbformat.validate(make_student.read_notebook(path))


def test_an_absent_file_is_named(folder):
    folder.solutions.unlink()
    status, sentence = folder.run()
    assert status == 2 and f"{folder.solutions} cannot be read" in sentence


def test_the_solutions_are_not_taken_for_the_student_notebook(folder):
    before = folder.solutions.read_bytes()
    same_file = folder.path / ".." / folder.path.name / folder.solutions.name
    status, sentence = folder.run("--student", str(same_file))
    assert status == 2 and "--student" in sentence
    assert folder.solutions.read_bytes() == before


# Someone's work in the student notebook


def run_a_cell(notebook):
    notebook.cells[0].execution_count = 1


def print_something(notebook):
    notebook.cells[0].outputs = [new_output("stream", text="hello")]


def answer(notebook):
    notebook.cells[0].source = "gray = img.mean(0)"


def add_a_note(notebook):
    notebook.cells.append(new_markdown_cell("Ask about this."))


def turn_code_into_prose(notebook):
    notebook.cells[0] = new_markdown_cell(notebook.cells[0].source, id=notebook.cells[0].id)


def renumber(notebook):
    notebook.cells[0].id = "0"


def remove_the_record(notebook):
    del notebook.metadata["make_student"]


def garble_the_record(notebook):
    notebook.metadata["make_student"] = "yes"


@pytest.mark.parametrize(
    "work",
    [
        run_a_cell,
        print_something,
        answer,
        add_a_note,
        turn_code_into_prose,
        renumber,
        remove_the_record,
        garble_the_record,
    ],
)
def test_work_in_the_student_notebook_is_never_overwritten(folder, work):
    folder.run()
    folder.change(work)
    before = folder.student.read_bytes()
    status, sentence = folder.run()
    assert status == 2
    assert str(folder.student) in sentence and "move it away or delete it" in sentence
    assert folder.student.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"my notes", b"{}"])
def test_a_file_that_is_no_notebook_is_never_overwritten(folder, content):
    folder.student.write_bytes(content)
    status, sentence = folder.run()
    assert status == 2 and "move it away or delete it" in sentence
    assert folder.student.read_bytes() == content


def test_after_moving_the_work_away_it_is_written(folder):
    folder.run()
    folder.change(answer)
    folder.student.rename(folder.path / "mine.ipynb")
    assert folder.run()[0] == 0
    assert folder.run("--check")[0] == 0


def test_an_older_student_notebook_without_work_is_replaced(folder):
    folder.run()
    folder.write("blur = 1  # SOLUTION")
    assert folder.run()[0] == 0
    assert nbformat.read(folder.student, as_version=4).cells[0].source == "blur = ...  # FIXME"


# A write that fails


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(folder, monkeypatch):
    folder.run()
    before = folder.student.read_bytes()
    folder.write("blur = 1  # SOLUTION")

    def full_disk(*_, **__):
        raise OSError("No space left on device")

    for name in "write_text", "replace":
        with monkeypatch.context() as patch:
            patch.setattr(Path, name, full_disk)
            status, sentence = folder.run()
        assert status == 2 and "No space left" in sentence
        assert folder.student.read_bytes() == before
        assert folder.files() == ["practical.ipynb", "practical_solutions.ipynb"]


def test_a_folder_that_does_not_exist_is_named(folder):
    status, sentence = folder.run("--student", str(folder.path / "absent" / "student.ipynb"))
    assert status == 2 and "cannot be written" in sentence


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (new_markdown_cell("\ud800"), "cannot be written"),
        (new_code_cell("'\ud800'"), "not plain Python"),
    ],
)
def test_text_that_utf_8_cannot_hold_leaves_the_old_file(folder, cell, words):
    folder.run()
    before = folder.student.read_bytes()
    folder.solutions.write_text(json.dumps(notebook_of(cell)), encoding="utf-8")
    status, sentence = folder.run()
    assert status == 2 and words in sentence
    assert folder.student.read_bytes() == before


KILLED = """
import os, sys
import make_student

student = sys.argv[-1]

def watch(event, arguments):
    if event == "open" and str(arguments[0]) == student and arguments[1] not in ("r", "rb"):
        os._exit(98)  # opened for writing, and so emptied
    if event == "os.rename":
        os._exit(99)

sys.addaudithook(watch)
make_student.main(sys.argv[1:])
"""


def test_killed_at_the_last_moment_it_leaves_the_old_file_whole(folder):
    folder.run()
    before = folder.student.read_bytes()
    folder.write("blur = 1  # SOLUTION")
    arguments = ["--solutions", str(folder.solutions), "--student", str(folder.student)]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments], cwd=Path(make_student.__file__).parent
    )
    assert killed.returncode == 99
    assert folder.student.read_bytes() == before
    # What the killed run left beside it does not disturb the next.
    assert folder.run()[0] == 0
    assert folder.files() == ["practical.ipynb", "practical_solutions.ipynb"]
