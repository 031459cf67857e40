"""Run the measurements and write their tables into tests/bench/README.md.

Each measurement is a program of this folder that prints its tables. In the page they stand between
two comments with its name; what stands elsewhere is left alone.
"""

import argparse
import datetime
import importlib.metadata
import os
import platform
import re
import subprocess
import sys

import psutil
from tqdm import tqdm

from timing import ROOT

PAGE = ROOT / "tests/bench/README.md"
HUB_PYTHON = ROOT / ".venv-hub/bin/python"
MEASUREMENTS = [
    "installation",
    "execution",
    "whole_run",
    "machinery",
    "playground",
    "growth",
    "own_picture",
    "grades",
    "many_submissions",
    "feedback",
    "class",
]


def machine():
    """Return a sentence on where and when this was measured."""
    packages = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in ("torch", "jupyterlab"))
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"Measured on {datetime.date.today()}: {os.cpu_count()} processors, {memory:.0f} GB of"
        f" memory, Python {platform.python_version()}, {packages}."
    )


def put(page, name, tables):
    """Return the page with `tables` between the comments `name`. Raises ValueError without them."""
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    if page.count(start) != 1 or page.count(end) != 1:
        raise ValueError(f"{PAGE.name} needs the lines {start.strip()} and {end}, once each.")
    between = re.compile(f"(?<={re.escape(start)}).*?(?={re.escape(end)})", re.DOTALL)
    return between.sub(lambda _: f"\n{machine()}\n\n{tables.strip()}\n\n", page)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    # argparse holds the default, no name at all, against the choices too.
    parser.add_argument("measurements", nargs="*", choices=[[], *MEASUREMENTS])
    for name in tqdm(parser.parse_args().measurements or MEASUREMENTS, desc="all"):
        python = HUB_PYTHON if name == "class" else sys.executable
        script = ROOT / "tests/bench" / f"{name}.py"
        done = subprocess.run([python, script], cwd=ROOT, text=True, stdout=subprocess.PIPE)
        if done.returncode:
            sys.exit(f"{name} failed, so its tables stay as they were.\n{done.stdout}")
        PAGE.write_text(put(PAGE.read_text("utf-8"), name, done.stdout), encoding="utf-8")


if __name__ == "__main__":
    main()
