"""Set-up and checks are put into what was handed in, wherever its cells have got to."""

from copy import deepcopy

import pytest
from nbformat.v4 import new_code_cell

from grading.merge import Handout, merge, statements
from judging import GIVEN
from notebooks import CHECKED, SETUP, SOLUTIONS, STUDENT, source

HANDOUT = Handout(STUDENT)


def shape(notebook):
    """Return for each step its kind and its exercise, without cells of no exercise."""
    steps, missing = merge(HANDOUT, notebook)
    return [(s.kind, s.slug) for s in steps if s.kind in ("check", "given") or s.slug], missing


def test_the_set_up_comes_first_and_every_exercise_is_checked():
    steps, missing = merge(HANDOUT, SOLUTIONS)
    assert {step.source for step in steps[: len(SETUP) + 1]} >= {cell.source for cell in SETUP}
    assert not [step for step in steps[len(SETUP) + 2 :] if "%%module" in step.source]
    assert {step.slug for step in steps if step.kind == "check"} == set(CHECKED) and not missing


def test_what_an_exercise_is_given_comes_right_before_it():
    assert HANDOUT.given == {slug: GIVEN.get(slug, []) for slug in HANDOUT.exercises}
    steps, _ = merge(HANDOUT, SOLUTIONS)
    place = next(n for n, s in enumerate(steps) if (s.kind, s.slug) == ("own", "learn"))
    assert steps[place - 1] == ("given", source("learn-data"), "")


def test_an_exercise_that_stands_twice_is_checked_after_each():
    notebook = deepcopy(SOLUTIONS)
    place = next(n for n, cell in enumerate(notebook.cells) if cell.id == "blur")
    notebook.cells.insert(place, deepcopy(notebook.cells[place]))
    steps, _ = shape(notebook)
    place = steps.index(("own", "blur"))
    assert steps[place : place + 4] == [("own", "blur"), ("check", "blur")] * 2


@pytest.mark.parametrize("checked", [True, False])
def test_an_exercise_is_checked_before_and_after_the_student_plays_with_it(checked):
    notebook = deepcopy(SOLUTIONS)
    place = next(n for n, cell in enumerate(notebook.cells) if cell.id == "blur-check")
    notebook.cells[place + checked : place + 1] = map(new_code_cell, ["w = 2 * w", "w = 3 * w"])
    steps = [step for step in merge(HANDOUT, notebook)[0] if step.kind in ("own", "check")]
    start = next(n for n, step in enumerate(steps) if step.slug == "blur")
    kinds = [(step.kind, step.source[:5]) for step in steps[start + 1 : start + 5]]
    assert kinds == [("check", ""), ("own", "w = 2"), ("own", "w = 3"), ("check", "")]


def test_checks_in_one_cell_are_all_asked_in_their_order():
    notebook = deepcopy(SOLUTIONS)
    notebook.cells = [cell for cell in notebook.cells if not cell.id.endswith("-check")]
    asked = "\n".join(f"check('{slug}')" for slug in CHECKED)
    notebook.cells += [new_code_cell("height, width = 1, 2"), new_code_cell(asked)]
    steps = [step.slug for step in merge(HANDOUT, notebook)[0] if step.kind == "check"]
    assert steps[-len(CHECKED) :] == CHECKED


def test_an_exercise_of_which_nothing_is_left_is_missing_and_not_checked():
    notebook = deepcopy(SOLUTIONS)
    notebook.cells = [cell for cell in notebook.cells if not cell.id.startswith("blur")]
    steps, missing = shape(notebook)
    assert missing == ["blur"] and ("check", "blur") not in steps


def test_without_load_nothing_takes_its_place():
    notebook = deepcopy(SOLUTIONS)
    notebook.cells = [cell for cell in notebook.cells if not cell.id.startswith("load")]
    steps, missing = shape(notebook)
    assert missing == ["load"] and steps[0] == ("own", "shape")


def test_load_comes_first_wherever_it_stands():
    notebook = deepcopy(SOLUTIONS)
    notebook.cells.reverse()
    assert shape(notebook)[0][0] == ("own", "load")


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        ("", "", []),
        ("", "import math\nimport numpy as np", ["import math"]),
        ("import cv2\nimport math", "", ["import cv2", "import math"]),
        ("", "from practical.old import gone\nfrom scipy import fft", ["from scipy import fft"]),
        (
            "%pdb off\nimport math",
            "",
            ["get_ipython().run_line_magic('pdb', 'off')", "import math"],
        ),
        ("", "import math,", []),
    ],
)
def test_imports_run_where_they_stand_and_what_was_added_by_itself(above, below, kept):
    ours = source("setup-imports")
    notebook = deepcopy(SOLUTIONS)
    place = next(n for n, cell in enumerate(notebook.cells) if cell.id == "setup-imports")
    notebook.cells[place].source = f"{above}\n{ours}\n{below}"
    notebook.cells.insert(0, new_code_cell("%reset -f"))
    steps = merge(HANDOUT, notebook)[0][len(SETUP) :]
    steps = steps[steps.index(("own", "%reset -f", "")) + 1 :]
    steps = steps[: next(n for n, step in enumerate(steps) if step.slug)]
    run = [step.source for step in steps if step.kind == "set-up" or step.source in kept]
    assert run[0] == ours and [line for line in run if line in kept] == kept
    if above:  # a name that both bind is whose import comes last
        assert run.index("from PIL import Image") > run.index("import math")


@pytest.mark.parametrize("line", ["F.conv2d?", "files = !ls", "%timeit 1", "", "if x:"])
def test_exercises_in_one_cell_are_cut_apart_if_each_is_what_ipython_takes(line):
    notebook = deepcopy(SOLUTIONS)
    blur, identity = (c for c in notebook.cells if c.id in ("blur", "identity"))
    blur.source = f"{blur.source}\n{line}\n{identity.source}"
    notebook.cells.remove(identity)
    steps, missing = shape(notebook)
    assert not missing and {("check", "blur"), ("check", "identity")} <= set(steps)
    assert (("own", "identity") in steps) == (line != "if x:")


def test_a_cell_that_ipython_would_read_again_and_again_is_not_read():
    assert statements("!x\n" * 300 + "a = 1\n" * 4000) is None
    assert statements("\n" * 200_000 + "a = 1") is not None  # at once, too


@pytest.mark.parametrize("magics", ["", "%%time\n", "\n%%capture\n%%time\n"])
def test_an_exercises_line_is_put_back_below_what_has_to_stand_first(magics):
    notebook = deepcopy(SOLUTIONS)
    blur = next(cell for cell in notebook.cells if cell.id == "blur")
    below = blur.source.partition("\n")[2]
    blur.source = magics + below
    text = next(step.source for step in merge(HANDOUT, notebook)[0] if step.slug == "blur")
    assert text == f"{magics}# Exercise: blur\n{below}"


@pytest.mark.parametrize("ending", ["", "  # mine", ";"])
def test_their_own_check_is_taken_out_of_a_cell(ending):
    notebook = deepcopy(SOLUTIONS)
    next(c for c in notebook.cells if c.id == "edge").source += f"\ncheck('edge'){ending}\nx = 3"
    text = next(s.source for s in merge(HANDOUT, notebook)[0] if s.slug == "edge")
    assert text.endswith("\nx = 3") and "check" not in text


def test_an_exercise_that_was_not_handed_out_is_not_checked():
    fewer = deepcopy(STUDENT)
    fewer.cells = [cell for cell in fewer.cells if not cell.id.startswith("edge")]
    handout = Handout(fewer)
    steps, missing = merge(handout, SOLUTIONS)
    assert handout.slugs == [slug for slug in CHECKED if slug != "edge"] and not missing
    assert "edge" not in {step.slug for step in steps if step.kind == "check"}


def test_a_handout_of_another_version_is_refused():
    notebook = deepcopy(STUDENT)
    cell = next(c for c in notebook.cells if c.source.startswith("%%module practical.nine"))
    cell.source = cell.source.replace("flat picture", "even picture")
    with pytest.raises(ValueError, match=r"another nine\.py than practical/ has"):
        Handout(notebook)
