"""Compare nbval on the solutions with a bare script that does the same without a notebook.

The script holds the code cells of the solutions, one after the other, with IPython's display
functions as they are; a Jupyter kernel is started, asked for nothing and stopped. Their times
together are what re-executing the notebook cannot go below. The runs alternate, so that a busy
moment of the machine hits all of them.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel
from nbconvert.exporters import PythonExporter

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = ROOT / "convolution_101_solutions.ipynb"


def seconds(action):
    """Return how long `action()` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def run(*command):
    """Run a command in the repository's root, quietly; raise if it fails."""
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def start_kernel():
    """Start a kernel, wait until it answers, stop it."""
    manager, client = start_new_kernel()
    client.stop_channels()
    manager.shutdown_kernel()


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs

    code, _ = PythonExporter().from_notebook_node(nbformat.read(SOLUTIONS, as_version=4))
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(code, encoding="utf-8")
        ways = {
            "bare script": lambda: run(sys.executable, script),
            "kernel start": start_kernel,
            "nbval": lambda: run(
                sys.executable, "-m", "pytest", "-q", "--numprocesses=0", SOLUTIONS
            ),
        }
        times = {name: [] for name in ways}
        for _ in range(runs):
            for name, action in ways.items():
                times[name].append(seconds(action))

    median = {name: statistics.median(values) for name, values in times.items()}
    for name, value in median.items():
        print(f"{name:14}{value:6.2f} s   ({min(times[name]):.2f} to {max(times[name]):.2f})")
    ratio = median["nbval"] / (median["bare script"] + median["kernel start"])
    print(f"nbval / (bare script + kernel start) = {ratio:.2f}, medians of {runs} runs")


if __name__ == "__main__":
    main()
