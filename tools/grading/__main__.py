"""Grade what a class handed in: a folder or a ZIP, as an LMS or a teacher makes it.

Writes into grades/: grades.csv, a row for everyone, with a column for each exercise that has a
check; class.html, what the class got wrong; feedback/ and feedback.zip, a page for each student;
upload.csv, the LMS's own sheet with the grades in it.
"""

import argparse
import csv
import os
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import nbformat
from tqdm import tqdm

from grading import class_page, feedback, sandbox, sheet
from grading.download import submissions
from grading.grade import ONE_AT_A_TIME, Row, grade
from grading.intake import NoNotebook, answers, around, chosen
from grading.merge import Handout

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = {"encoding": "utf-8", "errors": "replace"}  # JSON may hold half a character
AS_ROOT = (
    "As root the limit of processes does not bind; rooms with too many are ended when they are"
    " seen, twice a second."
)


def row(handout, submission, grades, run):
    """Return the Row of a submission, and write its page of feedback."""
    done = Row(submission, handout.slugs, {}, "Handed in late." * submission.late)
    try:
        with ONE_AT_A_TIME:  # of a few ZIPs at a time what is in them is kept
            steps, notebook, note = chosen(handout, submission.files)
            beside, left_out = around(notebook, submission.files)
        verdicts, more, heard = grade(handout, steps, beside, grades, run)
        done = done.noted(note, left_out, more)
        done = done._replace(verdicts=verdicts, answers=answers(handout, steps))
        with ONE_AT_A_TIME:
            feedback.write(grades, done, steps, heard)
    except NoNotebook as why:
        return done.noted(str(why))
    except Exception as error:  # forged outputs, names too long for a disk: others are to be graded
        what = "It could not be graded" if done.answers is None else "No page could be made of it"
        return done.noted(f"{what} ({type(error).__name__}: {error}).")
    return done


def workers(scheduler):
    """Return a way to call a function, here or in a Dask cluster, and how many at a time."""
    if not scheduler:
        return lambda function, *given: function(*given), os.cpu_count()
    from dask.distributed import Client  # which only who has a cluster needs

    try:
        client = Client(scheduler)
    except (OSError, ValueError) as error:
        sys.exit(f"No Dask scheduler answers at {scheduler} ({error}).")
    call = partial(client.submit, pure=False)
    return lambda *what: call(*what).result(), 2 * sum(client.nthreads().values())


def read(options):
    """Return the Handout, all Submissions, and the LMS's sheet, or end with why that cannot be."""
    try:
        handout = Handout(nbformat.reads(options.handout.read_text("utf-8", "replace"), 4))
        options.grades.mkdir(parents=True, exist_ok=True)
        everyone = list(submissions(options.download))
        sheet_given = options.sheet.read_bytes() if options.sheet else b""
        if options.sheet:  # before the work, because it may be another file
            sheet.fill(sheet_given, [], options.column)
        return handout, everyone, sheet_given
    except OSError as error:
        sys.exit(f"{error.filename} cannot be read or made ({error.strerror}).")
    except (zipfile.BadZipFile, UnicodeError):
        sys.exit(f"{options.download} is no folder, and no ZIP that can be read.")
    except sheet.SheetError as why:
        sys.exit(f"{options.sheet} {why}")
    except ValueError as error:  # nbformat's for what is no notebook, too
        sys.exit(f"{options.handout} was not handed out: {error}")


def write(handout, rows, sheet_given, options):
    """Write the tables and the pages of a class."""
    with (options.grades / "grades.csv").open("w", newline="", **WRITTEN) as stream:
        table = csv.writer(stream)
        table.writerow(["student", "points", "of", *handout.slugs, "note"])
        for one in rows:
            student, note = map(sheet.harmless, (one.submission.student, one.note))
            marks = [mark for _, mark, _ in one.marks()]
            table.writerow([student, one.points(), len(marks), *marks, note])
    print(f"{options.grades / 'grades.csv'}: {len(rows)} rows.")
    if options.sheet:
        filled, told = sheet.fill(sheet_given, rows, options.column)
        (options.grades / "upload.csv").write_bytes(filled)
        print(f"{options.grades / 'upload.csv'}: {options.sheet.name}, filled in.", *told, sep="\n")
    graded = [one for one in rows if one.verdicts]
    feedback.pack(options.grades, graded)
    page = class_page.page(handout.slugs, [(one.verdicts, one.answers) for one in graded])
    (options.grades / "class.html").write_text(page, **WRITTEN)
    if missed := len(rows) - len(graded):
        print(f"{missed} of {len(rows)} could not be graded; the column note says why.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("download", type=Path, help="a folder or a ZIP")
    parser.add_argument("--handout", type=Path, default=ROOT / "convolution_101.ipynb")
    parser.add_argument("--grades", type=Path, default=ROOT / "grades")
    parser.add_argument("--sheet", type=Path, help="the LMS's own sheet, to fill in its grades")
    parser.add_argument("--column", default="", help="the assignment's name on Canvas's sheet")
    parser.add_argument("--scheduler", help="the address of a Dask cluster, tcp://…")
    parser.add_argument("--unisolated", action="store_true", help="run submissions without a room")
    options = parser.parse_args()
    handout, everyone, sheet_given = read(options)
    call, at_a_time = workers(options.scheduler)
    way = "" if options.unisolated else call(sandbox.found)
    if not way and not options.unisolated:
        sys.exit(f"{sandbox.NONE_FOUND} say UNISOLATED=1.")
    if not everyone:
        sys.exit(f"In {options.download} there is nothing that was handed in.")
    if way == "bwrap" and os.getuid() == 0:
        print(AS_ROOT, file=sys.stderr)
    run = partial(call, sandbox.run, way)
    with ThreadPoolExecutor(at_a_time) as pool:
        tasks = pool.map(lambda one: row(handout, one, options.grades, run), everyone)
        rows = list(tqdm(tasks, total=len(everyone), desc="graded", file=sys.stderr))
    write(handout, rows, sheet_given, options)


if __name__ == "__main__":
    main()
