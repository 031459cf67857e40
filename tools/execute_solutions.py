"""Execute the solutions notebook in place and leave in it nothing that varies from run to run."""

from pathlib import Path

import nbformat
from nbconvert.preprocessors import ClearOutputPreprocessor, ExecutePreprocessor
from nbconvert.preprocessors.coalescestreams import CoalesceStreamsPreprocessor

WIDGET = "application/vnd.jupyter.widget-view+json"
SOLUTIONS = Path(__file__).resolve().parents[1] / "convolution_101_solutions.ipynb"


def main():
    notebook = nbformat.read(SOLUTIONS, as_version=4)
    resources = {"metadata": {"path": SOLUTIONS.parent}}
    ClearOutputPreprocessor().preprocess(notebook, resources)
    ExecutePreprocessor(timeout=120, record_timing=False).preprocess(notebook, resources)
    CoalesceStreamsPreprocessor().preprocess(notebook, resources)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            # JupyterLab shows an error in place of a widget whose kernel is gone.
            output.get("data", {}).pop(WIDGET, None)
    notebook.metadata.language_info = {"name": "python"}  # drop the version of this machine
    notebook.metadata.pop("widgets", None)  # without its state GitHub refuses the notebook
    nbformat.write(notebook, SOLUTIONS)


if __name__ == "__main__":
    main()
