"""Run cells of the solutions in a Jupyter kernel, and there what measures them."""

import json

import nbformat
from jupyter_client.manager import run_kernel
from tqdm import tqdm

from timing import ROOT

SOLUTIONS = nbformat.read(ROOT / "convolution_101_solutions.ipynb", as_version=4)


def measure(name, cell_ids, code):
    """Run the set-up, the cells `cell_ids`, then `code`; return what it prints at last, as JSON.

    Raises RuntimeError with the traceback if a cell fails.
    """
    sources = {cell.id: cell.source for cell in SOLUTIONS.cells if cell.cell_type == "code"}
    machinery = [s for s in sources.values() if s.startswith("%%module ")]
    setup = [sources["setup-module"], *machinery, sources["setup-imports"]]
    printed = []

    def collect(message):
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])
        if message["msg_type"] == "error":
            raise RuntimeError("\n".join(message["content"]["traceback"]))

    steps = [*setup, *(sources[cell_id] for cell_id in cell_ids), code]
    with run_kernel(cwd=ROOT) as client:
        for step in tqdm(steps, desc=name, leave=False):
            printed.clear()
            client.execute_interactive(step, output_hook=collect, timeout=600)
    return json.loads("".join(printed))
