"""A class is graded, by `make grade` and by nbgrader; see submissions.py."""

import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator

from notebooks import CHECKED, ROOT, SETUP, SOLUTIONS, STUDENT
from submissions import as_file, make_broken, make_submissions, with_a_helper

ASSIGNMENT = "convolution_101"
BY_HAND = {"kernel", "kernel-answer"}
EXPECTED = make_submissions(STUDENT)
BROKEN = make_broken(STUDENT)
PASSED = {name: one.passed for name, one in EXPECTED.items()} | {n: BROKEN[n][1] for n in BROKEN}
GRADABLE = [name for name in PASSED if PASSED[name] is not None]
UNGRADABLE = [name for name in PASSED if PASSED[name] is None]

# As after `activate`: nbgrader starts programs that are installed beside it.
ACTIVATED = os.environ | {
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "PYTHONPATH": f"{ROOT}:{ROOT}/tools",
}


def run(command, folder, log):
    """Run a Python program and return its exit status; what it writes goes to the end of `log`."""
    with log.open("ab") as stream:
        words = [sys.executable, "-m", *shlex.split(command)]
        return subprocess.call(words, cwd=folder, env=ACTIVATED, stdout=stream, stderr=stream)


def succeed(command, folder, log):
    """Run a Python program, which must succeed."""
    assert run(command, folder, log) == 0, log.read_text("utf-8")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a course's folder, with the assignment made from what a teacher puts there."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "tools/grading/nbgrader_config.py", folder)
    given = folder / "source" / ASSIGNMENT
    (given / "data").mkdir(parents=True)
    shutil.copy(ROOT / "convolution_101.ipynb", given)
    shutil.copy(ROOT / "data/mandril.jpg", given / "data")
    succeed(f"nbgrader generate_assignment {ASSIGNMENT}", folder, folder / "log.txt")
    return folder


@pytest.fixture(scope="module")
def released(course):
    """Return the notebook that the students are given."""
    return nbformat.read(course / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4)


class Grades(NamedTuple):
    """Exit status and log of nbgrader, where its results are, and the rows of `make grade`."""

    course: Path
    status: int
    log: str
    rows: dict


@pytest.fixture(scope="module")
def grades(course, released, tmp_path_factory):
    """Grade the class both ways. nbgrader comes second: it takes the results that are there."""
    handed_in = tmp_path_factory.mktemp("download")
    archive = course / "downloaded" / ASSIGNMENT / "archive"
    archive.mkdir(parents=True)
    for name, submission in make_submissions(released).items():
        for folder in archive, handed_in:
            (folder / f"{name}.ipynb").write_bytes(submission.content)
    for name, (notebook, _) in BROKEN.items():
        (archive / f"{name}.ipynb").write_bytes(as_file(notebook))
        (handed_in / name).mkdir()
        (handed_in / name / "Convolution 101 (1).IPYNB").write_bytes(as_file(notebook))
    for module in "grading", "queue", "random", "token":
        (handed_in / f"right-in-jupyter/{module}.py").write_text("mine = 1\n")
    (handed_in / "nothing").mkdir()
    (handed_in / "link").mkdir()
    (handed_in / "link/mine.ipynb").symlink_to(handed_in / "all-right.ipynb")
    (handed_in / "own-files/answers/data").mkdir(parents=True)
    (handed_in / "own-files/answers/helper.py").write_text("def halve(n):\n    return n / 2\n")
    shutil.copy(ROOT / "data/strip.jpg", handed_in / "own-files/answers/data/mandril.jpg")
    (handed_in / "own-files/answers/practical.ipynb").write_bytes(as_file(with_a_helper(STUDENT)))
    log = course / "log.txt"
    succeed(f"grading {shlex.quote(str(handed_in))} --grades {course / 'grades'}", ROOT, log)
    succeed(f"nbgrader zip_collect {ASSIGNMENT}", course, log)
    status = run(f"nbgrader autograde {ASSIGNMENT}", course, log)
    with (course / "grades/grades.csv").open(encoding="utf-8", newline="") as table:
        rows = {row["student"]: row for row in csv.DictReader(table)}
    return Grades(course, status, log.read_text("utf-8"), rows)


def graded(grades, name):
    """Return nbgrader's `(total score, {cell: score}, cells that wait for a person)`."""
    with Gradebook(f"sqlite:///{grades.course / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(ASSIGNMENT, name)
        (notebook,) = submission.notebooks
        scores = {grade.name: grade.auto_score for grade in notebook.grades}
        waiting = {grade.name for grade in notebook.grades if grade.needs_manual_grade}
        return submission.score, scores, waiting


def test_the_student_notebook_has_the_metadata_that_nbgrader_asks_for():
    MetadataValidator().validate_nb(STUDENT)
    assert not any("nbgrader" in cell.metadata for cell in SOLUTIONS.cells)


def test_releasing_leaves_every_source_as_it_is(released):
    assert [(cell.id, cell.source) for cell in released.cells] == [
        (cell.id, cell.source) for cell in STUDENT.cells
    ]


def test_set_up_and_checks_cannot_be_edited_and_answers_can(released):
    locked = {cell.id for cell in released.cells if not cell.metadata.get("editable", True)}
    assert locked == {cell.id for cell in SETUP} | {f"{slug}-check" for slug in CHECKED}
    kept = {cell.id for cell in released.cells if not cell.metadata.get("deletable", True)}
    assert kept == locked | set(CHECKED) | BY_HAND


def test_the_exercise_without_a_check_waits_for_a_person_if_it_was_answered(grades):
    assert graded(grades, "all-right")[2] == BY_HAND
    _, scores, waiting = graded(grades, "untouched")
    assert not waiting and {scores[name] for name in BY_HAND} == {0}


@pytest.mark.parametrize("name", GRADABLE)
def test_nbgrader_gives_a_point_for_every_right_answer_and_no_other(grades, name):
    total, scores, _ = graded(grades, name)
    passed = {cell.removesuffix("-check") for cell, score in scores.items() if score}
    assert passed == PASSED[name]
    assert total == len(passed)
    assert scores.keys() == {f"{slug}-check" for slug in CHECKED} | BY_HAND


@pytest.mark.parametrize("name", ["untouched", "stubs"])
def test_a_blank_and_a_stub_are_not_attempted(grades, name):
    file = grades.course / "autograded" / name / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    cells = {cell.id: cell for cell in nbformat.read(file, as_version=4).cells}
    for slug in set(CHECKED) - PASSED[name]:
        assert [output.ename for output in cells[f"{slug}-check"].outputs] == ["–"]


def test_nbgrader_names_each_submission_that_it_cannot_grade_and_no_other(grades):
    named = re.findall("There was an error processing .* for student '(.+)'", grades.log)
    assert sorted(named) == sorted(UNGRADABLE)
    assert grades.status == 1


@pytest.mark.parametrize("name", UNGRADABLE)
def test_a_submission_that_cannot_be_graded_has_no_score_yet_not_0(grades, name):
    _, scores, waiting = graded(grades, name)
    assert set(scores.values()) == {None}
    assert waiting == scores.keys()


def ours(grades, name):
    """Return which exercises `make grade` gives a point for, and the note."""
    row = grades.rows[name]
    passed = {slug for slug in CHECKED if row[slug] == "✓"}
    assert (int(row["points"]), int(row["of"])) == (len(passed), len(CHECKED))
    return passed, row["note"]


@pytest.mark.parametrize("name", EXPECTED)
def test_make_grade_gives_a_point_for_every_right_answer_and_no_other(grades, name):
    passed, note = ours(grades, name)
    assert passed == (EXPECTED[name].passed or set())
    assert bool(note) == (EXPECTED[name].passed is None or name == "exercise-deleted")


@pytest.mark.parametrize("name", BROKEN)
def test_make_grade_finds_answers_however_the_notebook_was_saved_or_broken(grades, name):
    assert ours(grades, name) == (BROKEN[name][1], "")


def test_what_cannot_be_graded_has_a_row_that_says_why(grades):
    for name in "nothing", "link":
        assert ours(grades, name) == (set(), "No notebook was handed in.")
    assert ours(grades, "cut-off")[1].startswith("cut-off.ipynb is a notebook that is cut off")
    assert ours(grades, "exercise-deleted")[1] == "Not found: blur."
    more = {"nothing", "link", "own-files"}
    assert grades.rows.keys() == EXPECTED.keys() | BROKEN.keys() | more


def test_their_own_modules_are_found_and_the_mandrill_is_ours(grades):
    assert ours(grades, "own-files") == (set(CHECKED), "")


def test_a_second_run_takes_what_is_there_and_writes_the_same_table(grades, tmp_path):
    table = grades.course / "grades/grades.csv"
    before, results = table.read_bytes(), set((table.parent / "results").iterdir())
    (tmp_path / "all-right.ipynb").write_bytes(EXPECTED["all-right"].content)
    succeed(f"grading {tmp_path} --grades {table.parent}", ROOT, tmp_path.parent / "again.txt")
    assert set((table.parent / "results").iterdir()) == results
    header, *rows = before.decode().splitlines()
    mine = [row for row in rows if row.startswith("all-right,")]
    assert table.read_text("utf-8").splitlines() == [header, *mine]
    table.write_bytes(before)
