"""Measure what a student and CI wait for: the set-up, the whole notebook, nbval, all tests.

Beside them stands what cannot be avoided: a bare Python script of the same cells, without a
notebook, with IPython's display functions as they are, and a kernel that starts and is stopped.
"""

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

from timing import ROOT, header, in_turns, row, run, script_of

SOLUTIONS = ROOT / "convolution_101_solutions.ipynb"
RUNS = 5


def start_kernel():
    """Start a kernel, wait until it answers, stop it."""
    manager, client = start_new_kernel()
    client.stop_channels()
    manager.shutdown_kernel()


def execute(notebook):
    """Execute all cells in a new kernel, as Run All Cells does, but for the page."""
    NotebookClient(notebook, resources={"metadata": {"path": ROOT}}).execute()


def pytest(*arguments):
    """Run pytest as `make test` does."""
    run(sys.executable, "-m", "pytest", "-q", *arguments)


def add(first, second):
    """Return the sums of times that were taken in the same turn."""
    return [sum(pair) for pair in zip(first, second, strict=True)]


def main():
    notebook = nbformat.read(SOLUTIONS, as_version=4)
    sources = {cell.id: cell.source for cell in notebook.cells}
    last = list(sources).index("setup-imports") + 1
    first = nbformat.from_dict(notebook | {"cells": notebook.cells[:last]})
    python = {"env": os.environ | {"PYTHONPATH": str(ROOT)}}
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(script_of(notebook), encoding="utf-8")
        times = in_turns(
            {
                "kernel": start_kernel,
                "imports": lambda: run(sys.executable, "-c", sources["setup-imports"], **python),
                "first": lambda: execute(first),
                "script": lambda: run(sys.executable, script, **python),
                "whole": lambda: execute(notebook),
                "nbval": lambda: pytest("--numprocesses=0", SOLUTIONS),
            },
            RUNS,
        )
        times |= in_turns({"tests": pytest}, 1)
    floor = add(times["script"], times["kernel"])
    print(header())
    print(row("the set-up", times["first"], "the same imports in Python", times["imports"]))
    print(row("the whole notebook", times["whole"], "the same cells as a script", times["script"]))
    print(row("nbval on the solutions", times["nbval"], "that script and a kernel's start", floor))
    print(row("all tests, two workers", times["tests"], "the same", floor))


if __name__ == "__main__":
    main()
