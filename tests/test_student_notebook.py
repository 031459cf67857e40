"""The committed student notebook: made from the solutions, blank, stopping at its first blank."""

import ast
import io
import re
import shutil
import tokenize

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

import make_strip
import make_student
from practical import ROOT, SOLUTIONS, STUDENT, source

EXERCISES = [
    "load",
    "shape",
    "grayscale",
    "kaiming",
    "blur",
    "kernel",
    "identity",
    "edge",
    "pooling",
    "by-hand",
    "padding",
    "sobel",
    "separable",
    "learn",
]
CODE = [cell for cell in STUDENT.cells if cell.cell_type == "code"]


def is_folded(cell):
    return cell.metadata.get("jupyter", {}).get("source_hidden", False)


def test_it_is_what_the_generator_makes_of_the_solutions(capsys):
    assert make_student.main(["--check"]) == 0, capsys.readouterr()


def test_the_strip_of_pictures_is_the_one_in_the_solutions(monkeypatch):
    monkeypatch.setattr("sys.argv", ["make_strip.py", "--check"])
    assert make_strip.main() is None


def test_it_is_at_most_250_kilobytes():
    assert (ROOT / "convolution_101.ipynb").stat().st_size <= 250_000


def test_it_is_a_valid_notebook_without_outputs():
    nbformat.validate(STUDENT)
    for cell in CODE:
        assert (cell.outputs, cell.execution_count) == ([], None), cell.id


def test_its_cells_are_those_of_the_solutions_and_the_targets_made_of_their_pictures():
    assert [cell.id for cell in STUDENT.cells if not cell.id.endswith("-target")] == [
        cell.id for cell in SOLUTIONS.cells
    ]
    for cell in STUDENT.cells:
        assert not cell.id.endswith("-target") or cell.id.removesuffix("-target") in EXERCISES


def test_every_code_cell_compiles():
    for cell in CODE:
        compile(cell.source, cell.id, "exec")


@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_has_its_text_its_blank_and_its_check_in_this_order(slug):
    parts = [f"{slug}-text", f"{slug}-hints", slug, f"{slug}-check"]
    kinds = ["markdown", "markdown", "code", "code"]
    if slug == "kernel":  # a picture and a sentence, which no code can check
        parts[-1], kinds[-1] = "kernel-answer", "markdown"
    found = [(cell.id, cell.cell_type) for cell in STUDENT.cells if cell.id in parts]
    assert found == list(zip(parts, kinds, strict=True))
    assert "# FIXME" in source(slug, STUDENT)


def test_the_check_cells_are_folded_wherever_the_notebook_is_opened():
    checks = [cell for cell in CODE if cell.id.endswith("-check")]
    assert [cell.id.removesuffix("-check") for cell in checks] == [
        slug for slug in EXERCISES if slug != "kernel"
    ]
    for cell in checks:
        slug = cell.id.removesuffix("-check")
        assert is_folded(cell)
        assert cell.metadata.cellView == "form"
        assert cell.source.splitlines()[0] == f"# @title Check: {slug}"
        assert "FIXME" not in cell.source


def answers():
    """Return `(cell id, code)` for what the markers, which are comments, say is an answer.

    Every assignment and return counts; of a line that is one blank, what is assigned as well.
    """
    found = []
    for cell in SOLUTIONS.cells:
        if cell.cell_type != "code":
            continue
        blanks, blocks, begin = set(), set(), 0
        for token in tokenize.generate_tokens(io.StringIO(cell.source).readline):
            if token.string.startswith("# SOLUTION"):
                blanks.add(token.start[0])
            elif token.string.startswith("# BEGIN SOLUTION"):
                begin = token.start[0]
            elif token.string.startswith("# END SOLUTION"):
                blocks |= set(range(begin, token.start[0]))
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Assign | ast.Return) and node.end_lineno in blanks | blocks:
                found.append((cell.id, ast.get_source_segment(cell.source, node)))
                if node.end_lineno in blanks and not isinstance(node.value, ast.Constant):
                    found.append((cell.id, ast.get_source_segment(cell.source, node.value)))
    return found


ANSWERS = answers()


def test_every_exercise_has_an_answer_that_could_be_left_in_it():
    assert {cell_id for cell_id, _ in ANSWERS} == set(EXERCISES)


@pytest.mark.parametrize("cell_id, code", dict.fromkeys(ANSWERS))
def test_no_answer_is_left_in_what_a_student_sees(cell_id, code):
    for cell in STUDENT.cells:
        found = re.search(rf"(?<![\w.]){re.escape(code)}(?!\w)", cell.source)
        assert is_folded(cell) or not found, f"{cell.id} gives {cell_id} away"


def test_no_blank_is_filled_in_anywhere():
    for cell_id, code in ANSWERS:
        assert code not in source(cell_id, STUDENT)


def test_no_written_answer_and_no_marker_is_left_in_it():
    for cell in STUDENT.cells:
        assert "SOLUTION" not in cell.source
        assert "solution" not in cell.metadata.get("tags", [])
    written = [cell for cell in SOLUTIONS.cells if "solution" in cell.metadata.get("tags", [])]
    assert [cell.id for cell in written] == ["kernel-answer"]
    assert source("kernel-answer", STUDENT) == "*FIXME: write your answer here.*"


def test_run_as_it_is_it_stops_at_the_first_blank_with_one_line(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    notebook = nbformat.read(ROOT / "convolution_101.ipynb", as_version=4)
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    )
    with pytest.raises(CellExecutionError) as caught:
        client.execute()
    assert "Traceback" not in str(caught.value)
    ran = [cell for cell in notebook.cells if cell.get("execution_count")]
    assert ran[-1].id == "load-check"
    assert not any(cell.outputs for cell in ran[:-1])
    (output,) = ran[-1].outputs
    assert (output.output_type, output.ename) == ("error", "NotAttempted")
    (line,) = output.traceback
    line = re.sub(r"\x1b\[[\d;]+m", "", line)
    assert re.fullmatch(r"load: not attempted\. `img` has no value\. [^\n]+", line)
