"""Write the README's strip of pictures, `data/strip.jpg`, as the solutions notebook drew it."""

import argparse
import sys
from pathlib import Path

import nbformat

from target_pictures import pictures_of

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = ROOT / "convolution_101_solutions.ipynb"
STRIP = ROOT / "data" / "strip.jpg"


def strip_in(notebook):
    """Return the JPEG bytes that the cell `recap-strip` of the executed notebook shows."""
    (cell,) = (cell for cell in notebook.cells if cell.id == "recap-strip")
    ((jpeg, _),) = pictures_of(cell)
    return jpeg


def main():
    parser = argparse.ArgumentParser(description="Write data/strip.jpg from the solutions.")
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    jpeg = strip_in(nbformat.read(SOLUTIONS, as_version=4))
    if not parser.parse_args().check:
        STRIP.write_bytes(jpeg)
    elif not STRIP.exists() or STRIP.read_bytes() != jpeg:
        sys.exit("data/strip.jpg is not the strip in the solutions notebook; run `make notebooks`.")


if __name__ == "__main__":
    main()
