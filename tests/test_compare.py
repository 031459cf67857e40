"""`make compare` shows what a student wrote, and nothing that the student did not."""

import re

import nbformat
import pytest

from compare import beside, main
from make_notebooks import make_student
from notebooks import CHECKED, ROOT, SOLUTIONS, STUDENT, source


def differing(notebook):
    """Return the lines that differ between a saved notebook and the solutions beside it."""
    yours, solved = beside(notebook, STUDENT, SOLUTIONS)
    pairs = zip(yours.cells, solved.cells, strict=True)
    return [
        set(one.source.splitlines()) ^ set(two.source.splitlines())
        for one, two in pairs
        if one != two
    ]


def filled(slug, text):
    """Return the student notebook with this text in the cell of an exercise."""
    notebook = nbformat.from_dict(STUDENT)
    (cell,) = (cell for cell in notebook.cells if cell.id == slug)
    cell.source = text
    return notebook


def test_the_notebook_as_it_was_handed_out_shows_nothing():
    assert differing(STUDENT) == []


@pytest.mark.parametrize("slug", CHECKED)
def test_the_solution_itself_shows_nothing_with_its_markers_or_without(slug):
    without = re.sub(r"\n *# (BEGIN|END) SOLUTION.*|  # SOLUTION.*", "", source(slug))
    for text in source(slug), without, source(slug).replace("# SOLUTION", "# FIXME"):
        assert differing(filled(slug, text)) == []


def test_another_answer_shows_its_own_lines_and_no_marker():
    blank = source("blur", STUDENT)
    (lines,) = differing(filled("blur", blank.replace("...", "torch.ones(3, 3, 5, 5) / 75", 1)))
    assert "w = torch.ones(3, 3, 5, 5) / 75" in lines
    assert not [line for line in lines if "FIXME" in line or "SOLUTION" in line]


def test_a_cell_that_lost_its_id_is_known_by_its_first_line():
    notebook = filled("grayscale", "# Exercise: grayscale\ngray = img.sum(0)")
    for cell in notebook.cells:
        cell.pop("id")
    assert ["gray = img.sum(0)" in lines for lines in differing(notebook)] == [True]


def test_a_students_own_cell_is_on_both_sides():
    notebook = nbformat.from_dict(STUDENT)
    notebook.cells.insert(9, nbformat.v4.new_code_cell("1 + 1"))
    assert differing(notebook) == []


def test_what_cannot_be_compared_is_said_in_one_line(tmp_path):
    assert "no given answer differs" in main(ROOT / "convolution_101.ipynb")
    (tmp_path / "a.ipynb").write_text("{")
    for name in "a.ipynb", "b.ipynb":
        said = main(tmp_path / name)
        assert f"{name} cannot be compared" in said and "\n" not in said


def test_links_to_the_solutions_are_no_difference():
    linked = nbformat.reads(make_student(SOLUTIONS, "owner/name"), as_version=4)
    yours, solved = beside(linked, linked, SOLUTIONS)
    assert yours == solved
