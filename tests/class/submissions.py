"""A class of submissions, made from the answers in `tests/answers`, and what each should score."""

from copy import deepcopy
from typing import NamedTuple

import nbformat

from notebooks import CHECKED, source
from read_answers import ANSWERS

ALL = frozenset(CHECKED)
STUB = "raise NotImplementedError()"
# In place of what every check calls; `check` itself is put back after the cell.
CHEAT = "from practical import checks\n\nchecks.judge_student = lambda *answer: None"


class Submission(NamedTuple):
    """A file that was handed in, and the exercises whose checks it passes.

    `passed` is by nbgrader, None if that cannot grade the file; `passed_lax` is by nbval, which
    believes the file's own checks, None if the file cannot be read.
    """

    content: bytes
    passed: frozenset[str] | None
    passed_lax: frozenset[str] | None


def answer(slug, verdict):
    """Return a cell with the first answer that has this verdict, and the exercise's line."""
    text = next(a.text for a in ANSWERS if (a.slug, a.verdict) == (slug, verdict))
    return f"# Exercise: {slug}\n{text}"


def index_of(notebook, name):
    """Return the place of the cell that nbgrader knows by this name."""
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    return names.index(name)


def fill(released, texts):
    """Return a copy of the notebook in which the cells named in `texts` have these sources."""
    notebook = deepcopy(released)
    for name, text in texts.items():
        notebook.cells[index_of(notebook, name)].source = text
    return notebook


def as_file(notebook):
    """Return the bytes of the notebook's file."""
    return nbformat.writes(notebook).encode()


def saved_by_colab(notebook):
    """Change the notebook as Colab does: format 4.0, the ids of cells in their metadata."""
    notebook.nbformat_minor = 0
    notebook.metadata["colab"] = {"provenance": []}
    for cell in notebook.cells:
        cell.metadata["id"] = cell.pop("id")
    return notebook


def make_submissions(released):
    """Return the Submissions by name; `released` is the notebook that nbgrader gave out."""
    by_hand = {name: source(name) for name in ("kernel", "kernel-answer")}
    solved = {slug: answer(slug, "right") for slug in CHECKED} | by_hand
    mistaken = {slug: answer(slug, "wrong") for slug in CHECKED}
    odd, even = CHECKED[1::2], CHECKED[0::2]
    complete = as_file(fill(released, solved))

    check_deleted = fill(released, solved)
    del check_deleted.cells[index_of(check_deleted, "blur-check")]

    exercise_deleted = deepcopy(check_deleted)
    del exercise_deleted.cells[index_of(exercise_deleted, "blur")]

    cell_copied = fill(released, solved)
    place = index_of(cell_copied, "blur")
    cell_copied.cells.insert(place, deepcopy(cell_copied.cells[place]))
    cell_copied.cells[place].update(id="a-new-id", source=mistaken["blur"])

    metadata_lost = saved_by_colab(fill(released, solved))
    for cell in metadata_lost.cells:
        cell.metadata.pop("nbgrader", None)

    edge_blank = {name: text for name, text in solved.items() if name != "edge"}
    check_edited = fill(released, edge_blank | {"edge-check": 'print("✓ edge")'})
    meddled_with = check_edited.cells[index_of(check_edited, "edge-check")].metadata["nbgrader"]
    meddled_with.update(points=100, schema_version=99)
    checks = released.cells[index_of(released, "setup-checks")].source
    redefined = 'def check(slug):\n    print("✓", slug)'
    loop, kill = "while True:\n    pass", "import os\n\nos._exit(0)"

    return {
        "all-right": Submission(complete, ALL, ALL),
        "odd-ones-wrong": as_submission(
            fill(released, solved | {slug: mistaken[slug] for slug in odd}), ALL - set(odd)
        ),
        "even-ones-wrong": as_submission(
            fill(released, solved | {slug: mistaken[slug] for slug in even}), ALL - set(even)
        ),
        "untouched": as_submission(released, frozenset()),
        "stubs": as_submission(fill(released, solved | dict.fromkeys(odd, STUB)), ALL - set(odd)),
        "saved-by-colab": as_submission(saved_by_colab(fill(released, solved)), ALL),
        "metadata-lost": as_submission(metadata_lost, None, ALL),
        "cell-copied": as_submission(cell_copied, ALL),
        "check-deleted": as_submission(check_deleted, ALL, ALL - {"blur"}),
        "exercise-deleted": as_submission(exercise_deleted, None, ALL - {"blur"}),
        "check-edited": as_submission(check_edited, ALL - {"edge"}),
        "set-up-edited": as_submission(
            fill(released, {"setup-checks": f"{checks}\n\n\n{redefined}"}), frozenset(), ALL
        ),
        "check-redefined": as_submission(fill(released, {"load": redefined}), frozenset()),
        "module-changed": as_submission(fill(released, {"load": CHEAT}), ALL),
        "endless-loop": as_submission(
            fill(released, solved | {"padding": loop}), ALL - {"padding"}
        ),
        "kernel-killed": as_submission(
            fill(released, solved | {"edge": kill}),
            None,
            frozenset(CHECKED[: CHECKED.index("edge")]),
        ),
        "cut-off": Submission(complete[: len(complete) // 2], None, None),
        "not-a-notebook": Submission(b"\x89PNG\r\n\x1a\n" + bytes(1000), None, None),
    }


def as_submission(notebook, passed, *passed_lax):
    """Return the Submission of a notebook; nbval agrees with nbgrader unless something is said."""
    return Submission(as_file(notebook), passed, *(passed_lax or [passed]))
