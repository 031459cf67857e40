"""Measure where the time and the memory of a whole run go, beside an earlier commit.

The floor is a kernel that starts and imports what a student uses. Memory is PSS, in which what
several processes share counts once; only Linux tells it.
"""

import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from statistics import mean, median

import nbformat
import psutil
from jupyter_client.manager import start_new_kernel

from machinery import NAMES, committed
from timing import ROOT, in_turns, spell

BEFORE = "953765b"  # the last commit with torch.optim, and with all layers kept
FLOOR = "import matplotlib.pyplot, numpy, torch, PIL.Image, torch.nn.functional"
RUNS, KERNELS, LISTED = 3, 8, 10


class Kernel:
    """A kernel in the folder `home`, ended with the `with` that it is used in."""

    def __init__(self, home):
        self.manager, self.client = start_new_kernel(cwd=str(home))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, source):
        """Run a cell. Raises RuntimeError if it fails."""
        reply = self.client.execute_interactive(source, output_hook=lambda _: None, timeout=600)
        if reply["content"]["status"] == "error":
            raise RuntimeError(f"{reply['content']['ename']} in:\n{source}")

    def megabytes(self):
        """Return the kernel's PSS now, in units of 1024² bytes."""
        process = psutil.Process(self.manager.provisioner.process.pid)
        return process.memory_full_info().pss / 2**20


def sources(notebook):
    """Return the sources of a notebook's code cells by their ids."""
    return {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "code"}


def run(cells, home):
    """Start a kernel and run all cells in it."""
    with Kernel(home) as kernel:
        for source in cells.values():
            kernel.run(source)


def beside_two_busy(action):
    """Take the action while two processes do nothing but count."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        action()
    finally:
        for process in busy:
            process.kill()


def one_of_eight(cells, home):
    """Return the PSS of one of eight kernels that have run all cells, as a mean."""
    with ExitStack() as stack:
        kernels = [stack.enter_context(Kernel(home)) for _ in range(KERNELS)]
        for kernel in kernels:
            for source in cells.values():
                kernel.run(source)
        return mean(kernel.megabytes() for kernel in kernels)


def cell_by_cell(cells, home):
    """Return by cell how many seconds it takes, and how many MB it adds."""
    costs = {}
    with Kernel(home) as kernel:
        for name, source in cells.items():
            start, had = time.perf_counter(), kernel.megabytes()
            kernel.run(source)
            costs[name] = time.perf_counter() - start, kernel.megabytes() - had
    return costs


def main():
    with tempfile.TemporaryDirectory() as folder:
        old = sources(committed(BEFORE, folder)[1])
        new = sources(nbformat.read(ROOT / NAMES[1], as_version=4))
        ways = {
            "floor": lambda: run({"imports": FLOOR}, ROOT),
            "before": lambda: run(old, folder),
            "now": lambda: run(new, ROOT),
            "busy": lambda: beside_two_busy(lambda: run(new, ROOT)),
        }
        times = in_turns(ways, RUNS)
        memory = one_of_eight(old, folder), one_of_eight(new, ROOT)
        before, now = cell_by_cell(old, folder), cell_by_cell(new, ROOT)
    floor, quiet = median(times["floor"]), median(times["now"])
    print(f"| | at {BEFORE} | now |\n|---|--:|--:|")
    print(f"| a kernel that imports | {spell(times['floor'])} | the same |")
    print(f"| the whole run | {spell(times['before'])} | {spell(times['now'])} |")
    ratios = f"{median(times['before']) / floor:.2f} | {quiet / floor:.2f}"
    print(f"| that, by a kernel that imports | {ratios} |")
    busy = f"{spell(times['busy'])}, {median(times['busy']) / quiet:.2f} of quiet"
    print(f"| beside two busy processes | | {busy} |")
    print(f"| memory of one of eight kernels | {memory[0]:.0f} MB | {memory[1]:.0f} MB |")
    for place, (what, unit) in enumerate((("time", "s"), ("memory", "MB"))):
        costly = sorted(
            {*before, *now}, key=lambda n: -max(c.get(n, (0, 0))[place] for c in (before, now))
        )
        print(f"\n| where the {what} goes | at {BEFORE} | now |\n|---|--:|--:|")
        for name in costly[:LISTED]:
            spent = [f"{c[name][place]:.3g} {unit}" if name in c else "–" for c in (before, now)]
            print(f"| {name} | {' | '.join(spent)} |")


if __name__ == "__main__":
    main()
