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

import make_notebooks
import make_strip
from notebooks import CHECKED, ROOT, SOLUTIONS, STUDENT, source
from practical.ledger import NAMES

EXERCISES = [cell.id.removesuffix("-hints") for cell in STUDENT.cells if cell.id.endswith("-hints")]


def test_both_notebooks_are_what_the_generator_makes_of_modules_and_solutions(capsys):
    assert make_notebooks.main(["--check"]) == 0, capsys.readouterr()


def test_the_strip_of_pictures_is_the_one_in_the_solutions(monkeypatch):
    monkeypatch.setattr("sys.argv", ["make_strip.py", "--check"])
    assert make_strip.main() is None


def test_every_exercise_but_the_drawing_has_a_check_in_the_order_of_the_ledger():
    assert [slug for slug in EXERCISES if slug != "kernel"] == CHECKED == list(NAMES)


@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_has_its_text_its_blank_and_its_check_in_this_order(slug):
    parts = [f"{slug}-text", f"{slug}-hints", slug, f"{slug}-check"]
    kinds = ["markdown", "markdown", "code", "code"]
    if slug == "kernel":  # a picture and a sentence, which no code can check
        parts[-1], kinds[-1] = "kernel-answer", "markdown"
    found = [(cell.id, cell.cell_type) for cell in STUDENT.cells if cell.id in parts]
    assert found == list(zip(parts, kinds, strict=True))
    assert "# FIXME" in source(slug, STUDENT)


def test_the_cells_of_the_exercises_and_no_others_begin_with_their_names():
    for cell in STUDENT.cells:
        slug = cell.id if cell.id in EXERCISES else None
        first = re.match(r"# Exercise: (.*)\n", cell.source)
        assert (first and first[1]) == slug, cell.id


def answers():
    """Return `(cell id, code)` for what the markers, which are comments, say is an answer.

    Every assignment and return counts; of a line that is one blank, what is assigned as well.
    """
    found = []
    for cell in SOLUTIONS.cells:
        if cell.id not in EXERCISES:
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
        folded = "hide-input" in cell.metadata.get("tags", [])
        found = re.search(rf"(?<![\w.])(?<!def ){re.escape(code)}(?!\w)", cell.source)
        assert folded or not found, f"{cell.id} gives {cell_id} away"


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
    assert [cell.id for cell in ran[:-1] if cell.outputs] == ["first-picture"]
    (output,) = ran[-1].outputs
    assert (output.output_type, output.ename) == ("error", "NotAttempted")
    (line,) = output.traceback
    line = re.sub(r"\x1b\[[\d;]+m", "", line)
    assert re.fullmatch(r"load: not attempted\. [^\n]+", line)
