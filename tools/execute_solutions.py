"""Execute the solutions notebook in place and leave in it nothing that varies from run to run."""

from pathlib import Path

import nbformat
from nbconvert.preprocessors import ClearOutputPreprocessor, ExecutePreprocessor

SOLUTIONS = Path(__file__).resolve().parents[1] / "convolution_101_solutions.ipynb"


def main():
    notebook = nbformat.read(SOLUTIONS, as_version=4)
    resources = {"metadata": {"path": SOLUTIONS.parent}}
    ClearOutputPreprocessor().preprocess(notebook, resources)
    ExecutePreprocessor(timeout=120, record_timing=False).preprocess(notebook, resources)
    notebook.metadata.language_info = {"name": "python"}  # drop the version of this machine
    notebook.metadata.pop("widgets", None)  # without its state GitHub refuses the notebook
    nbformat.write(notebook, SOLUTIONS)


if __name__ == "__main__":
    main()
