"""Measure the grading of a class by `make grade`, and of one submission by both ways.

The submissions are right from end to end, so that every cell of every one is run, and each differs
from all others. The floor is a bare Python script of the same cells, as many as there are
submissions; of a class as many at a time as there are cores, as `make grade` has it. Both take
turns.
"""

import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from timing import ROOT, header, in_turns, row, run, script_of

CLASS, RUNS = 30, 3
COURSE = "convolution_101"
ENVIRONMENT = os.environ | {
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "OMP_NUM_THREADS": "1",  # as in a room
    "PYTHONPATH": f"{ROOT}:{ROOT}/tools",
}


def answered():
    """Return the student notebook with the answers of the solutions in it."""
    student, solutions = (
        nbformat.read(ROOT / f"{COURSE}{suffix}.ipynb", as_version=4)
        for suffix in ("", "_solutions")
    )
    answers = {cell.id: cell.source for cell in solutions.cells}
    for cell in student.cells:
        cell.source = answers.get(cell.id, cell.source)
    return student


def prepare(folder, students):
    """Make a course with `students` submissions, and return it and their folder."""
    course = folder / f"course-{students}"
    given, archive = course / "source" / COURSE, course / "downloaded" / COURSE / "archive"
    shutil.copytree(ROOT / "data", given / "data")
    archive.mkdir(parents=True)
    shutil.copy(ROOT / "tools/grading/nbgrader_config.py", course)
    shutil.copy(ROOT / f"{COURSE}.ipynb", given)
    for number in range(students):
        submission = answered()
        submission.cells.append(nbformat.v4.new_code_cell(f"student = {number}"))
        nbformat.write(submission, archive / f"student-{number}.ipynb")
    for step in "generate_assignment", "zip_collect":
        run(sys.executable, "-m", "nbgrader", step, COURSE, cwd=course, env=ENVIRONMENT)
    return course, archive


def grade(course):
    """Let nbgrader grade the submissions, all anew."""
    shutil.rmtree(course / "grades", ignore_errors=True)
    command = sys.executable, "-m", "nbgrader", "autograde", "--force", COURSE
    run(*command, cwd=course, env=ENVIRONMENT)


def make_grade(archive):
    """Let `make grade` grade them, all anew."""
    shutil.rmtree(archive.parent / "grades", ignore_errors=True)
    grades = ["--grades", archive.parent / "grades"]
    run(sys.executable, "-m", "grading", archive, *grades, env=ENVIRONMENT)


def main():
    cores = os.cpu_count()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(script_of(answered()), encoding="utf-8")

        def bare(times):
            with ThreadPoolExecutor(cores) as pool:
                command = sys.executable, script
                list(pool.map(lambda _: run(*command, env=ENVIRONMENT), range(times)))

        course, archive = prepare(Path(folder), 1)
        _, whole_class = prepare(Path(folder), CLASS)
        once = {
            "bare": lambda: bare(1),
            "make grade": lambda: make_grade(archive),
            "nbgrader": lambda: grade(course),
        }
        of_class = {"bare": lambda: bare(CLASS), "make grade": lambda: make_grade(whole_class)}
        one, many = in_turns(once, RUNS), in_turns(of_class, RUNS)
    print(header())
    for way in "make grade", "nbgrader":
        print(row(f"1 submission, {way}", one[way], "1 bare script", one["bare"]))
    floor = f"{CLASS} bare scripts, on {cores} cores"
    print(row(f"{CLASS} submissions, make grade", many["make grade"], floor, many["bare"]))


if __name__ == "__main__":
    main()
