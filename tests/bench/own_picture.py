"""Measure how long a photo of 24 megapixels takes to open, and its memory, beside Pillow alone.

Pillow opens, converts and resizes the same JPEG. Each way has a process of its own for the memory,
which is the most that it had beyond what the imports took; only Linux says that.
"""

import contextlib
import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from timing import ROOT, header, in_turns, row

RUNS, SIZE = 7, (6000, 4000)


def pillow(file):
    """Open, convert and resize the photo by Pillow alone."""
    Image.open(file).convert("RGB").resize((1024, 683))


def ours(file):
    """Open it as a student's own picture."""
    from practical.own_picture import open_own_picture

    with contextlib.redirect_stdout(io.StringIO()):
        open_own_picture(file)


def photo(file):
    """Write a JPEG with the detail of a photo: noise of every size."""
    levels = np.zeros((*SIZE[::-1], 3))
    for step in 1, 4, 16, 64:
        small = np.random.default_rng(step).normal(0, 20, (SIZE[1] // step, SIZE[0] // step + 1, 3))
        grown = small.repeat(step, axis=0).repeat(step, axis=1)[: SIZE[1], : SIZE[0]]
        levels[: len(grown)] += grown
    Image.fromarray((levels + 128).clip(0, 255).astype(np.uint8)).save(file, quality=90)


def status(name):
    """Return an entry of what Linux says of this process's memory, in MB."""
    return int(re.search(rf"{name}:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024


def memory(way, file):
    """Return the most memory, in MB, that a process took for a way to open the file."""
    command = [sys.executable, __file__, way, str(file)]
    return float(subprocess.check_output(command, cwd=ROOT).split()[-1])


def main():
    sys.path.insert(0, str(ROOT))
    ways = {"ours": ours, "pillow": pillow}
    if sys.argv[1:]:
        import practical.own_picture  # noqa: F401 so that imports do not count

        Path("/proc/self/clear_refs").write_text("5")  # forget the peak of the imports
        before = status("VmRSS")
        ways[sys.argv[1]](Path(sys.argv[2]))
        return print(status("VmHWM") - before)
    with tempfile.TemporaryDirectory() as folder:
        photo(file := Path(folder, "photo.jpg"))
        times = in_turns({name: lambda w=way: w(file) for name, way in ways.items()}, RUNS)
        most = {name: memory(name, file) for name in ways}
        megabytes = file.stat().st_size / 1e6
    print(header())
    what = f"a JPEG of 24 megapixels, {megabytes:.0f} MB"
    print(row(what, times["ours"], "Pillow alone", times["pillow"]))
    print(f"\nPeak memory: {most['ours']:.0f} MB, Pillow alone {most['pillow']:.0f} MB.")


if __name__ == "__main__":
    main()
