"""Measure, in a fresh clone, what `make lab` installs, and `make test` with its installation."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from timing import ROOT, header, in_turns, row, run

RUNS = 2
GB = 1e9


def main():
    with tempfile.TemporaryDirectory() as folder:
        clone, copied = (Path(folder, name) for name in ("clone", "copied"))
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)

        def anew(*command):
            run("make", "clean", cwd=clone)
            run(*command, cwd=clone)

        def copy_anew():
            shutil.rmtree(copied, ignore_errors=True)
            shutil.copytree(clone / ".venv", copied, symlinks=True)

        ways = {
            "install": lambda: anew("make", ".venv/student"),
            "copy": copy_anew,
            "from nothing": lambda: anew("make", "test"),
            "again": lambda: run("make", "test", cwd=clone),
        }
        times = in_turns(ways, RUNS)
        size = sum(file.stat().st_size for file in copied.rglob("*") if file.is_file())
    what = f"the installation, {size / GB:.1f} GB on disk"
    print(header())
    print(row(what, times["install"], "copying the same files", times["copy"]))
    print(row("`make test` from nothing", times["from nothing"], "once more", times["again"]))


if __name__ == "__main__":
    main()
