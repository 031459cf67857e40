"""Take the time of several ways, in turns, and write it as the rows of a Markdown table."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parents[2]


def seconds(action):
    """Return how long `action()` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def in_turns(ways, runs):
    """Return `{name: [seconds, …]}` for `ways`, actions by name.

    The ways take turns, so that a busy moment of the machine hits all of them.
    """
    turns = [name for _ in range(runs) for name in ways]
    times = {name: [] for name in ways}
    for name in tqdm(turns, desc=Path(sys.argv[0]).stem, leave=False, file=sys.stderr):
        times[name].append(seconds(ways[name]))
    return times


def run(*command, cwd=ROOT, env=None):
    """Run a command quietly. Raises RuntimeError with its last words if it fails."""
    done = subprocess.run(
        command, cwd=cwd, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}")


def script_of(notebook):
    """Return a notebook's open cells as a script: `practical` is then a folder on the path."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    open_cells = [cell.source for cell in cells if not cell.metadata.get("jupyter")]
    return "\n".join(open_cells)


def spell(values):
    """Return the median of times in seconds and their range, in a unit that can be read."""
    middle = statistics.median(values)
    unit, factor = ("s", 1) if middle >= 1 else ("ms", 1000)
    low, middle, high = (f"{factor * value:.3g}" for value in (min(values), middle, max(values)))
    spread = f" ({low} to {high})" if len(values) > 1 else ""
    return f"{middle} {unit}{spread}"


def header(what="what"):
    """Return the head of a table of `row`s."""
    return f"| {what} | takes | cannot be less than | takes | ratio |\n|---|--:|---|--:|--:|"


def row(what, values, floor, floor_values):
    """Return a table row: a time beside the floor that it cannot be below, and their ratio."""
    ratio = statistics.median(values) / statistics.median(floor_values)
    return f"| {what} | {spell(values)} | {floor} | {spell(floor_values)} | {ratio:.2f} |"
