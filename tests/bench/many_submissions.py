"""Measure how the time and the memory of `make grade` grow with the class.

The notebooks are short, so that a thousand do not take half a day: the set-up and four exercises.
What grows is the same for whole ones. Sizes can be given: many_submissions.py 10 100
"""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from copy import deepcopy
from pathlib import Path

import nbformat
import psutil

from grades import answered
from timing import ROOT

SIZES = [10, 40, 100, 1000]
EXERCISES = "load", "shape", "blur", "identity"


def short(notebook):
    """Return the notebook with the set-up and these exercises alone."""
    kept = {f"{slug}{end}" for slug in EXERCISES for end in ("", "-hints", "-text", "-check")}
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.id in kept or cell.id.startswith("setup-") or cell.source.startswith("%%module")
    ]
    return notebook


def grade(folder):
    """Grade a folder's download; return the seconds, and the largest memory (PSS) in bytes."""
    options = "--handout", folder / "handout.ipynb", "--grades", folder / "grades"
    command = sys.executable, "-m", "grading", folder / "download", *options
    start, most = time.perf_counter(), 0
    there = os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT}/tools"}
    with subprocess.Popen(command, env=there, stdout=subprocess.DEVNULL) as process:
        program = psutil.Process(process.pid)
        while process.poll() is None:
            # Of the program alone: what is in the rooms does not grow with the class.
            with suppress(psutil.Error):  # it may just have ended
                most = max(most, program.memory_full_info().pss)
            time.sleep(0.5)
    return time.perf_counter() - start, most


def main():
    handout = short(nbformat.read(ROOT / "convolution_101.ipynb", as_version=4))
    solved = short(answered())
    print("| short notebooks | take | each | memory of make grade | its results |")
    print("|--:|--:|--:|--:|--:|")
    for size in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "download").mkdir()
            nbformat.write(handout, folder / "handout.ipynb")
            for number in range(size):
                notebook = deepcopy(solved)
                notebook.cells.append(nbformat.v4.new_code_cell(f"student = {number}"))
                nbformat.write(notebook, folder / f"download/{number:04}.ipynb")
            seconds, memory = grade(folder)
            kept = sum(file.stat().st_size for file in folder.glob("grades/results/*"))
            print(
                f"| {size} | {seconds:.0f} s | {seconds / size:.2f} s | {memory / 1e6:.0f} MB"
                f" | {kept / 1e3:.0f} kB |"
            )


if __name__ == "__main__":
    main()
