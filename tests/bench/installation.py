"""Measure the installation that `make lab` makes, beside copying what it writes."""

import shutil
import sys
import tempfile
from pathlib import Path

from timing import ROOT, header, in_turns, row, run

RUNS = 2
GB = 1e9


def install(folder):
    """Make an environment in `folder`, as the README says for machines without make."""
    run(sys.executable, "-m", "venv", folder)
    pip = [folder / "bin/python", "-m", "pip", "install", "--quiet"]
    run(*pip, "-r", ROOT / "requirements.txt", "-c", ROOT / "constraints.txt")


def main():
    with tempfile.TemporaryDirectory() as folder:
        made, copied = (Path(folder, name) for name in ("made", "copied"))

        def make_anew():
            shutil.rmtree(made, ignore_errors=True)
            install(made)

        def copy_anew():
            shutil.rmtree(copied, ignore_errors=True)
            shutil.copytree(made, copied, symlinks=True)

        times = in_turns({"install": make_anew, "copy": copy_anew}, RUNS)
        size = sum(file.stat().st_size for file in made.rglob("*") if file.is_file())
    what = f"the installation, {size / GB:.1f} GB on disk"
    print(header())
    print(row(what, times["install"], "copying the same files", times["copy"]))


if __name__ == "__main__":
    main()
