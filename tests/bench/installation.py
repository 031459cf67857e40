"""Measure, in a fresh clone, what `make lab` installs, and `make test` with its installation."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from timing import ROOT, header, in_turns, row, run

RUNS = 1
GB = 1e9


def main():
    with tempfile.TemporaryDirectory() as folder:
        tested, installed, copied = (Path(folder, name) for name in ("a", "b", "c"))
        for clone in tested, installed:
            subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        ways = {
            "from nothing": lambda: run("make", "test", cwd=tested),
            "again": lambda: run("make", "test", cwd=tested),
            "install": lambda: run("make", ".venv/student", cwd=installed),
            "copy": lambda: shutil.copytree(installed / ".venv", copied, symlinks=True),
        }
        times = in_turns(ways, RUNS)
        size = sum(file.stat().st_size for file in copied.rglob("*") if file.is_file())
    what = f"the installation, {size / GB:.1f} GB on disk"
    print(header())
    print(row(what, times["install"], "copying the same files", times["copy"]))
    print(row("`make test` from nothing", times["from nothing"], "once more", times["again"]))


if __name__ == "__main__":
    main()
