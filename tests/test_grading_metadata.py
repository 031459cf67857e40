"""The metadata for nbgrader in the student notebook; tests/class grades with them."""

from functools import partial

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading_metadata import AddGrading, GradingError
from notebooks import CHECKED, STUDENT


def graded(**kinds):
    """Return `{id: (grade, solution, locked, points)}` for a notebook with these cells."""
    new = {"code": new_code_cell, "markdown": new_markdown_cell}
    new["module"] = partial(new_code_cell, "%%module practical.a\n")
    cells = [new[kind](id=name.replace("_", "-")) for name, kind in kinds.items()]
    AddGrading().preprocess(new_notebook(cells=cells), {})
    found = {cell.id: cell.metadata["nbgrader"] for cell in cells if cell.metadata}
    assert all(known["grade_id"] == name for name, known in found.items())
    keys = "grade", "solution", "locked", "points"
    return {name: tuple(known.get(key) for key in keys) for name, known in found.items()}


def test_a_checked_exercise_is_an_answer_and_its_check_a_locked_test_worth_a_point():
    assert graded(a_text="markdown", a_hints="markdown", a="code", a_check="code", b="code") == {
        "a": (False, True, False, None),
        "a-check": (True, False, True, 1),
    }


def test_an_exercise_without_a_check_is_graded_by_hand():
    assert graded(a_hints="markdown", a="code", a_answer="markdown") == {
        "a": (True, True, False, 1),
        "a-answer": (True, True, False, 1),
    }


def test_the_code_of_the_set_up_and_every_module_is_read_only():
    read_only = dict.fromkeys(["setup-imports", "own-open"], (False, False, True, None))
    assert graded(setup_text="markdown", setup_imports="code", own_open="module") == read_only


def test_an_exercise_that_nothing_grades_is_refused():
    with pytest.raises(GradingError, match="Cell `a` has neither a `a-check` nor a `a-answer`"):
        graded(a_hints="markdown", a="code")


@pytest.mark.parametrize(
    "kinds", [{"a_check": "code"}, {"a": "markdown", "a_check": "code"}, {"a_check": "markdown"}]
)
def test_a_check_that_checks_no_code_is_refused(kinds):
    with pytest.raises(GradingError, match="Cell `a-check`: it and `a`, which it checks, must be"):
        graded(**kinds)


def test_every_check_of_the_practical_is_worth_a_point_and_the_drawn_kernel_two():
    points = {
        cell.id: cell.metadata["nbgrader"]["points"]
        for cell in STUDENT.cells
        if "points" in cell.metadata.get("nbgrader", {})
    }
    assert points == dict.fromkeys(
        [*(f"{slug}-check" for slug in CHECKED), "kernel", "kernel-answer"], 1
    )
