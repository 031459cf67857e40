"""Measure the grading of one and of four submissions, by `make grade` and by nbgrader.

The submissions are right from end to end, so that every cell of every one is run. The floor is a
bare Python script of the same cells, as many times as there are submissions; `make grade` can use
all cores for them, nbgrader uses one at a time.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat

from timing import ROOT, header, in_turns, row, run, script_of

SIZES = [1, 4]
COURSE = "convolution_101"
ENVIRONMENT = os.environ | {
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "OMP_NUM_THREADS": "1",  # as TEACHING.md says
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
    shutil.copy(ROOT / "tests/class/nbgrader_config.py", course)
    shutil.copy(ROOT / f"{COURSE}.ipynb", given)
    for number in range(students):
        submission = answered()
        submission.cells.append(nbformat.v4.new_code_cell(f"student = {number}"))
        nbformat.write(submission, archive / f"student-{number}.ipynb")
    for step in "generate_assignment", "zip_collect":
        run(sys.executable, "-m", "nbgrader", step, COURSE, cwd=course, env=ENVIRONMENT)
    return course, archive


def grade(course):
    """Let nbgrader grade the submissions."""
    run(sys.executable, "-m", "nbgrader", "autograde", COURSE, cwd=course, env=ENVIRONMENT)


def make_grade(archive):
    """Let `make grade` grade them."""
    grades = ["--grades", archive.parent / "grades"]
    run(sys.executable, "-m", "grading", archive, *grades, env=ENVIRONMENT)


def main():
    cores = os.cpu_count()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(script_of(answered()), encoding="utf-8")
        folder_on_path = ENVIRONMENT | {"PYTHONPATH": str(ROOT)}
        bare = {"bare": lambda: run(sys.executable, script, env=folder_on_path)}
        ways = {}
        for students in SIZES:
            course, archive = prepare(Path(folder), students)
            ways[f"make grade {students}"] = lambda archive=archive: make_grade(archive)
            ways[f"nbgrader {students}"] = lambda course=course: grade(course)
        times = in_turns(bare, 3) | in_turns(ways, 1)
    print(header())
    for students in SIZES:
        one_by_one = [students * value for value in times["bare"]]
        at_once = [value / min(cores, students) for value in one_by_one]
        name = f"{students} submission{'s' if students > 1 else ''}"
        floor = f"{students} bare script{'s' if students > 1 else ''}"
        ours = times[f"make grade {students}"]
        print(row(f"{name}, `make grade`", ours, f"{floor}, on {cores} cores", at_once))
        print(row(f"{name}, nbgrader", times[f"nbgrader {students}"], floor, one_by_one))


if __name__ == "__main__":
    main()
