"""Measure what a student's page of feedback costs, beside nbconvert's page of the same cells.

The notebook is right from end to end and has all its pictures; only its set-up is left out.
"""

import sys
import tempfile
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from timing import ROOT, header, in_turns, row

sys.path.extend([str(ROOT), f"{ROOT}/tools"])
from grading.download import Submission
from grading.feedback import FILE, pack, write
from grading.grade import Row
from grading.merge import Handout, is_setup, merge

RUNS = 7


def main():
    handout, solved = (
        nbformat.read(ROOT / f"convolution_101{suffix}.ipynb", as_version=4)
        for suffix in ("", "_solutions")
    )
    handout = Handout(handout)
    solved.cells = [cell for cell in solved.cells if not is_setup(cell.id, cell.source)]
    outputs = {cell.source: cell.get("outputs") for cell in solved.cells}
    steps, _ = merge(handout, solved)
    heard = [{"cell": n, "outputs": outputs.get(s.source, [])} for n, s in enumerate(steps)]
    heard += [{"slug": slug, "verdict": "✓", "said": ""} for slug in handout.slugs]
    verdicts = {slug: ("✓", "") for slug in handout.slugs}
    anna = Row(Submission("Anna", "Anna", "", "Anna/", []), handout.slugs, verdicts, "", {})
    exporter = HTMLExporter()
    with tempfile.TemporaryDirectory() as name:
        grades = Path(name)

        def ours():
            write(grades, anna, steps, heard)
            pack(grades, [anna])

        ways = {"ours": ours, "nbconvert": lambda: exporter.from_notebook_node(solved)}
        in_turns(ways, 1)  # templates are read once
        times = in_turns(ways, RUNS)
        size = (grades / "feedback/Anna" / FILE).stat().st_size
    print(header())
    what = f"a page of feedback, {size / 1e6:.1f} MB, packed"
    print(row(what, times["ours"], "nbconvert's page", times["nbconvert"]))


if __name__ == "__main__":
    main()
