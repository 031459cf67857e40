"""Grade what a class handed in: a folder, or a ZIP, with one folder or one notebook a student.

Writes grades/grades.csv: a row for everyone, with a column for each exercise that has a check.
"""

import argparse
import csv
import os
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock

import nbformat
from tqdm import tqdm

from grading import sandbox
from grading.grade import grade
from grading.intake import NoNotebook, around, chosen, submissions, unpacked
from grading.merge import Handout

ROOT = Path(__file__).resolve().parents[1]
# When two threads parse at once, and garbage is collected meanwhile, Python 3.11.7 may raise
# SystemError (AST constructor recursion depth mismatch).
PARSING = Lock()


def row(handout, files, grades, run):
    """Return `({slug: (✓, ✗ or –, sentence)}, note)` of what one student handed in."""
    try:
        with PARSING:
            steps, notebook, note = chosen(handout, files)
        verdicts, more = grade(handout, steps, around(notebook, files), grades, run)
        return verdicts, f"{note} {more}".strip()
    except NoNotebook as why:
        return {}, str(why)
    except Exception as error:  # whatever it is, the others are to be graded
        return {}, f"It could not be graded ({type(error).__name__}: {error})."


def workers(scheduler):
    """Return a way to call a function, here or in a Dask cluster, and how many at a time."""
    if not scheduler:
        return lambda function, *given: function(*given), os.cpu_count()
    from dask.distributed import Client  # which only who has a cluster needs

    try:
        client = Client(scheduler)
    except (OSError, ValueError) as error:
        sys.exit(f"No Dask scheduler answers at {scheduler} ({error}).")

    def call(*function_and_given):
        return client.submit(*function_and_given, pure=False).result()

    return call, 2 * sum(client.nthreads().values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("download", type=Path, help="a folder or a ZIP")
    parser.add_argument("--handout", type=Path, default=ROOT / "convolution_101.ipynb")
    parser.add_argument("--grades", type=Path, default=ROOT / "grades")
    parser.add_argument("--scheduler", help="the address of a Dask cluster, tcp://…")
    parser.add_argument("--unisolated", action="store_true", help="run submissions without a room")
    options = parser.parse_args()
    try:
        handout = Handout(nbformat.read(options.handout, as_version=4))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    options.grades.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        call, at_a_time = workers(options.scheduler)
        way = "" if options.unisolated else call(sandbox.found)
        if not way and not options.unisolated:
            sys.exit(f"{sandbox.NONE_FOUND} say UNISOLATED=1.")
        if way == "bwrap" and os.getuid() == 0:
            print(
                "As root the limit of processes does not bind; rooms with too many are ended when"
                " they are seen, twice a second.",
                file=sys.stderr,
            )
        try:
            everyone = list(submissions(unpacked(options.download, Path(folder))))
        except (OSError, zipfile.BadZipFile) as error:
            sys.exit(f"{options.download} is no folder and no ZIP that can be read ({error}).")
        run = partial(call, sandbox.run, way)
        with ThreadPoolExecutor(at_a_time) as pool:
            tasks = pool.map(lambda one: row(handout, one[1], options.grades, run), everyone)
            graded = list(tqdm(tasks, total=len(everyone), desc="graded", file=sys.stderr))
    with (options.grades / "grades.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["student", "points", "of", *handout.slugs, "note"])
        for (student, _), (verdicts, note) in zip(everyone, graded, strict=True):
            marks = [verdicts.get(slug, "–")[0] for slug in handout.slugs]
            table.writerow([student, marks.count("✓"), len(marks), *marks, note])
    print(f"{options.grades / 'grades.csv'}: {len(everyone)} rows.")


if __name__ == "__main__":
    main()
