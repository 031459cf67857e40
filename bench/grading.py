"""Measure the grading of one and of thirty submissions, by nbgrader and the light way.

The submissions are right from end to end, so that every cell of every one is run. The floor is a
bare Python script of the same cells, as many times as there are submissions; the light way can use
all cores for them, nbgrader uses one at a time.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat

from timing import ROOT, header, in_turns, row, run, script_of

SIZES = [1, 30]
COURSE = "convolution_101"
CLONE = ["tests", "tools", "data", "pyproject.toml", "constraints.txt"]
LIGHT_WAY = "-p check_scores --nbval-lax -n auto --dist loadfile --nbval-cell-timeout=30 -q"
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
    """Make a course and a folder `submissions` with `students` submissions in both."""
    course, light = folder / f"course-{students}", folder / f"light-{students}"
    given, archive = course / "source" / COURSE, course / "downloaded" / COURSE / "archive"
    for data in given / "data", light / "submissions/data":
        shutil.copytree(ROOT / "data", data)
    archive.mkdir(parents=True)
    shutil.copy(ROOT / "tests/class/nbgrader_config.py", course)
    shutil.copy(ROOT / f"{COURSE}.ipynb", given)
    for name in CLONE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, light / name)
    for number in range(students):
        for target in archive, light / "submissions":
            nbformat.write(answered(), target / f"student-{number}.ipynb")
    for step in "generate_assignment", "zip_collect":
        run(sys.executable, "-m", "nbgrader", step, COURSE, cwd=course, env=ENVIRONMENT)
    return course, light


def grade(course):
    """Let nbgrader grade the submissions."""
    run(sys.executable, "-m", "nbgrader", "autograde", COURSE, cwd=course, env=ENVIRONMENT)


def grade_lightly(light):
    """Let nbval count the checks that pass; pictures and times differ, which is no failure here."""
    pytest = [sys.executable, "-m", "pytest", *LIGHT_WAY.split(), "submissions/"]
    run(*pytest, cwd=light, env=ENVIRONMENT)


def main():
    cores = os.cpu_count()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(script_of(answered()), encoding="utf-8")
        folder_on_path = ENVIRONMENT | {"PYTHONPATH": str(ROOT)}
        bare = {"bare": lambda: run(sys.executable, script, env=folder_on_path)}
        ways = {}
        for students in SIZES:
            course, light = prepare(Path(folder), students)
            ways[f"nbgrader {students}"] = lambda course=course: grade(course)
            ways[f"light {students}"] = lambda light=light: grade_lightly(light)
        times = in_turns(bare, 5) | in_turns(ways, 1)
    print(header())
    for students in SIZES:
        one_by_one = [students * value for value in times["bare"]]
        at_once = [value / min(cores, students) for value in one_by_one]
        name = f"{students} submission{'s' if students > 1 else ''}"
        floor = f"{students} bare script{'s' if students > 1 else ''}"
        print(row(f"{name}, nbgrader", times[f"nbgrader {students}"], floor, one_by_one))
        light = times[f"light {students}"]
        print(row(f"{name}, the light way", light, f"{floor}, on {cores} cores", at_once))


if __name__ == "__main__":
    main()
