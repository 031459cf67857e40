"""Measure what the machinery costs a reader and a run, beside an earlier commit.

Lines of code are those that are neither blank nor only a comment; a cell is folded if JupyterLab
folds it. Both versions of the solutions run in kernels of their own, in turns.
"""

import argparse
import statistics
import subprocess
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from in_kernel import measure
from timing import ROOT, in_turns, spell

BEFORE = "2489d0f"  # the last commit at which the machinery was text in the notebook
NAMES = "convolution_101.ipynb", "convolution_101_solutions.ipynb"
RUNS = 5
# The median of five, because one alone may have met another process.
CHECK = """
import contextlib, io, json, statistics, time
def takes():
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        check({slug!r})
    return time.perf_counter() - start
print(json.dumps(statistics.median(takes() for _ in range(5))))
"""
WRONG = {
    "load": "img = img / 255",
    "blur": "w = 2 * w; o = F.conv2d(img[None], w)",
    "by-hand": "conv2d_by_hand = lambda image, kernel: image[: 1 - len(kernel), : 1 - len(kernel)]",
}
FIGURE = """
import contextlib, json, statistics, time
import practical.checks as checks
{wrong}
def takes():
    start = time.perf_counter()
    with contextlib.suppress(Exception):
        check({slug!r})
    return time.perf_counter() - start
takes()
with_figure = statistics.median(takes() for _ in range(5))
checks.show_row = lambda *panels, **more: None
print(json.dumps(with_figure - statistics.median(takes() for _ in range(5))))
"""


def size(cell):
    """Return how many lines of code a cell has."""
    lines = (line.strip() for line in cell.source.splitlines())
    return sum(bool(line) and not line.startswith("#") for line in lines)


def figures(student):
    """Return the figures of a student notebook by what they are."""
    code = [cell for cell in student.cells if cell.cell_type == "code"]
    folded = [cell for cell in code if cell.metadata.get("jupyter", {}).get("source_hidden")]
    lying_open = [cell for cell in code if cell not in folded]
    first = [cell for cell in code[: [cell.id for cell in code].index("load")]]
    return {
        "open lines before the first blank": sum(size(c) for c in first if c in lying_open),
        "folded lines before the first blank": sum(size(c) for c in first if c in folded),
        "folded lines in the whole notebook": sum(map(size, folded)),
        "lines of the longest open cell": max(map(size, lying_open)),
        "lines of the longest check": max(size(c) for c in code if c.id.endswith("-check")),
    }


def committed(revision, folder):
    """Check out a revision into `folder` and return its two notebooks."""
    archive = subprocess.run(
        ["git", "archive", revision], cwd=ROOT, check=True, capture_output=True
    )
    subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
    return [nbformat.read(Path(folder, name), as_version=4) for name in NAMES]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--before", default=BEFORE, help="the commit to compare with")
    revision = parser.parse_args().before
    with tempfile.TemporaryDirectory() as folder:
        student, solutions = committed(revision, folder)
        now = [nbformat.read(ROOT / name, as_version=4) for name in NAMES]
        print(f"| | at {revision} | now |\n|---|--:|--:|")
        after = figures(now[0])
        for what, value in figures(student).items():
            print(f"| {what} | {value} | {after[what]} |")

        def run(notebook, home):
            NotebookClient(notebook, resources={"metadata": {"path": home}}).execute()

        ways = {"before": lambda: run(solutions, folder), "now": lambda: run(now[1], ROOT)}
        times = in_turns(ways, RUNS)
    ratio = statistics.median(times["now"]) / statistics.median(times["before"])
    runs = f"{spell(times['before'])} | {spell(times['now'])}, {ratio:.3f} of it"
    print(f"| the whole run of the solutions | {runs} |")
    ids = [cell.id for cell in now[1].cells]
    print("\n| check | takes | its figure, where the answer is wrong |\n|---|--:|--:|")
    for slug in [name.removesuffix("-check") for name in ids if name.endswith("-check")]:
        given = [f"{slug}-{part}" for part in ("gaussian", "data", "decorrelated", "find")]
        needed = [name for name in ("load", *given, slug) if name in ids]
        taken = spell([measure(slug, needed, CHECK.format(slug=slug))])
        figure = FIGURE.format(slug=slug, wrong=WRONG.get(slug))
        more = spell([measure(slug, needed, figure)]) if slug in WRONG else ""
        print(f"| {slug} | {taken} | {more} |")


if __name__ == "__main__":
    main()
