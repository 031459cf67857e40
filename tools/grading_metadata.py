"""Adds to the student notebook the metadata by which nbgrader hands out, collects and grades it.

=========================================  =========  ===================================
cells                                      points     for nbgrader
=========================================  =========  ===================================
``slug``, with a ``slug-check``            –          an answer
``slug-check``                             1          a test of that answer, locked
``slug`` and ``slug-answer``, no check     1 each     answers that a person grades
``%%module …``, which checks rely on       –          read-only
=========================================  =========  ===================================

The names that nbgrader knows the cells by, its `grade_id`, are their ids.
"""

from nbconvert.preprocessors import Preprocessor

ANSWER = {"grade": False, "locked": False, "solution": True}
TEST = {"grade": True, "locked": True, "solution": False, "points": 1}
GRADED_BY_HAND = {"grade": True, "locked": False, "solution": True, "points": 1}
READ_ONLY = {"grade": False, "locked": True, "solution": False}


class GradingError(Exception):
    """Why a notebook could not be graded, as one sentence."""


class AddGrading(Preprocessor):
    """Give every cell that nbgrader treats in its own way the metadata that say so."""

    def preprocess(self, nb, resources):
        """Return the notebook with the metadata; raise GradingError if an exercise has no grade."""
        kinds = {cell.id: cell.cell_type for cell in nb.cells}
        for cell in nb.cells:
            machinery = cell.id.startswith("setup-") or cell.source.startswith("%%module ")
            role = READ_ONLY if machinery else role_of(cell.id, kinds)
            if role and (not machinery or cell.cell_type == "code"):
                known_by = {"schema_version": 3, "grade_id": cell.id, "task": False}
                cell.metadata["nbgrader"] = {**known_by, **role}
        return nb, resources


def role_of(name, kinds):
    """Return what the cell `name` is for nbgrader, or None.

    `kinds` says of each cell whether it is `code` or `markdown`. Raises GradingError for an
    exercise that could not be graded and for a check without its exercise.
    """
    slug, _, part = name.rpartition("-")
    if part == "check":
        if (kinds[name], kinds.get(slug)) != ("code", "code"):
            raise GradingError(f"Cell `{name}`: it and `{slug}`, which it checks, must be code.")
        return TEST
    if part == "answer":
        return GRADED_BY_HAND
    if f"{name}-hints" not in kinds:
        return None
    if f"{name}-check" not in kinds and f"{name}-answer" not in kinds:
        raise GradingError(
            f"Cell `{name}` has neither a `{name}-check` nor a `{name}-answer`: nothing to grade."
        )
    return ANSWER if f"{name}-check" in kinds else GRADED_BY_HAND
