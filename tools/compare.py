"""Shows a saved notebook beside the solutions, in the browser: only the cells that were changed.

Blanks that nobody has filled stay blanks on both sides, and the comments that mark blanks and
answers are left out, so that whatever is coloured is somebody's own.
"""

import re
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import suppress
from pathlib import Path

import nbformat

from make_notebooks import SOLUTIONS, NotebookError, linked, make_student, read_notebook

MARKS = re.compile(r"\n *# (FIXME|(BEGIN|END) SOLUTION)\b.*|  # (FIXME|SOLUTION)\b.*")
EXERCISE = re.compile(r"\s*# Exercise: [\w-]+")


def name_of(cell):
    """Return what a cell is known by: its first line in an exercise, else its id."""
    line = EXERCISE.match(cell.source)
    return line[0].strip() if line else cell.get("id")


def beside(notebook, handed_out, solutions):
    """Return `notebook`, and how it is with the solution in each cell that was changed."""
    given, right = (
        {name_of(cell): MARKS.sub("", cell.source) for cell in one.cells}
        for one in (handed_out, solutions)
    )
    yours, solved = nbformat.from_dict(notebook), nbformat.from_dict(notebook)
    for cell, other in zip(yours.cells, solved.cells, strict=True):
        name, cell.source = name_of(cell), MARKS.sub("", cell.source)
        changed = name in given and cell.source != given[name]
        other.source = right.get(name, given[name]) if changed else cell.source
    return yours, solved


def main(path):
    """Show the notebook at `path`; return a sentence where there is nothing to show."""
    try:
        notebook, solutions = nbformat.read(path, as_version=4), read_notebook(SOLUTIONS)
    except (OSError, ValueError, NotebookError) as error:
        why = getattr(error, "strerror", None) or str(error).splitlines()[0]
        return f"{path} cannot be compared: {why}"
    handed_out = nbformat.reads(make_student(solutions, linked(path)), as_version=4)
    yours, solved = beside(notebook, handed_out, solutions)
    if yours == solved:
        return f"In {path}, as it was saved last, no given answer differs from its solution."
    with tempfile.TemporaryDirectory() as folder, suppress(KeyboardInterrupt):
        files = [Path(folder, name) for name in (path.name, SOLUTIONS.name)]
        for file, one in zip(files, (yours, solved), strict=True):
            nbformat.write(one, file)
        program = Path(sysconfig.get_path("scripts"), "nbdiff-web")
        subprocess.run([program, "--sources", *files])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
