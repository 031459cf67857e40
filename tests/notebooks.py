"""The cells of the two notebooks, and the names that a student has after the set-up."""

import os
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = nbformat.read(ROOT / "convolution_101_solutions.ipynb", as_version=4)
STUDENT = nbformat.read(ROOT / "convolution_101.ipynb", as_version=4)
CHECKED = [cell.id.removesuffix("-check") for cell in SOLUTIONS.cells if cell.id.endswith("-check")]
SETUP = [
    cell
    for cell in SOLUTIONS.cells
    if cell.source.startswith("%%module ") or cell.id in ("setup-module", "setup-imports")
]


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
    """Return a new namespace in which the imports and then these cells of the solutions have run.

    `practical` is the folder, not what the notebook carries.
    """
    names = {"__name__": "__main__"}
    for cell_id in ["setup-imports", *cell_ids]:
        run(source(cell_id), names)
    return names
