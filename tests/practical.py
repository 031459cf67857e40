"""The cells of the two notebooks, and a namespace in which the set-up has run."""

import os
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = nbformat.read(ROOT / "convolution_101_solutions.ipynb", as_version=4)
STUDENT = nbformat.read(ROOT / "convolution_101.ipynb", as_version=4)
SETUP = [
    cell.id for cell in SOLUTIONS.cells if cell.id.startswith("setup-") and cell.cell_type == "code"
]
CHECKED = [cell.id.removesuffix("-check") for cell in SOLUTIONS.cells if cell.id.endswith("-check")]


def source(cell_id, notebook=SOLUTIONS):
    """Return the source of the cell with this id."""
    (cell,) = (cell for cell in notebook.cells if cell.id == cell_id)
    return cell.source


def run(text, names):
    """Execute `text` as a notebook cell in the namespace `names`, from the repository's root."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        exec(compile(text, "<cell>", "exec"), names)
    finally:
        os.chdir(before)


def namespace(*cell_ids):
    """Return a new namespace in which the set-up and then these cells of the solutions have run."""
    names = {"__name__": "__main__"}
    for cell_id in [*SETUP, *cell_ids]:
        run(source(cell_id), names)
    return names
