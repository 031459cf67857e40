"""A class is graded, by nbgrader and, the light way, by nbval; see submissions.py."""

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

from notebooks import CHECKED, ROOT, SETUP, SOLUTIONS, STUDENT, source
from submissions import make_submissions

ASSIGNMENT = "convolution_101"
BY_HAND = {"kernel", "kernel-answer"}
LIGHT_WAY = (
    "pytest -p check_scores --nbval-lax -n auto --dist loadfile --continue-on-collection-errors "
    "--nbval-cell-timeout=30 --tb=no -q -rE submissions/"
)
EXPECTED = make_submissions(STUDENT)
GRADABLE = [name for name, expected in EXPECTED.items() if expected.passed is not None]
UNGRADABLE = [name for name in EXPECTED if name not in GRADABLE]
READABLE = [name for name, expected in EXPECTED.items() if expected.passed_lax is not None]

# As after `activate`: nbgrader starts programs that are installed beside it.
ACTIVATED = os.environ | {
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "OMP_NUM_THREADS": "1",  # two notebooks at a time keep two cores busy as it is
}


def start(command, folder, log):
    """Start a Python program; what it writes goes to the end of the file `log`."""
    with log.open("ab") as stream:
        return subprocess.Popen(
            [sys.executable, "-m", *shlex.split(command)],
            cwd=folder,
            env=ACTIVATED,
            stdout=stream,
            stderr=stream,
        )


def run(command, folder, log):
    """Run a Python program, which must succeed."""
    assert start(command, folder, log).wait() == 0, log.read_text("utf-8")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a course's folder, with the assignment made from what a teacher puts there."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "tests/class/nbgrader_config.py", folder)
    given = folder / "source" / ASSIGNMENT
    (given / "data").mkdir(parents=True)
    shutil.copy(ROOT / "convolution_101.ipynb", given)
    shutil.copy(ROOT / "data/mandril.jpg", given / "data")
    run(f"nbgrader generate_assignment {ASSIGNMENT}", folder, folder / "log.txt")
    return folder


@pytest.fixture(scope="module")
def released(course):
    """Return the notebook that the students are given."""
    return nbformat.read(course / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4)


class Grades(NamedTuple):
    """Exit status and log of both ways, and where nbgrader's results are."""

    course: Path
    status: int
    log: str
    lax_status: int
    lax_log: str


@pytest.fixture(scope="module")
def grades(course, released, tmp_path_factory):
    """Grade the submissions both ways at the same time, which takes a few minutes."""
    clone = tmp_path_factory.mktemp("clone")
    for name in "tests", "tools":
        shutil.copytree(ROOT / name, clone / name)
    for name in "pyproject.toml", "constraints.txt":
        shutil.copy(ROOT / name, clone)
    (clone / "submissions/data").mkdir(parents=True)
    shutil.copy(ROOT / "data/mandril.jpg", clone / "submissions/data")
    archive = course / "downloaded" / ASSIGNMENT / "archive"
    archive.mkdir(parents=True)
    for name, submission in make_submissions(released).items():
        for folder in archive, clone / "submissions":
            (folder / f"{name}.ipynb").write_bytes(submission.content)
    log, lax_log = course / "log.txt", clone / "log.txt"
    run(f"nbgrader zip_collect {ASSIGNMENT}", course, log)
    ways = [
        start(f"nbgrader autograde {ASSIGNMENT}", course, log),
        start(LIGHT_WAY, clone, lax_log),
    ]
    status, lax_status = [way.wait() for way in ways]
    return Grades(course, status, log.read_text("utf-8"), lax_status, lax_log.read_text("utf-8"))


def graded(grades, name):
    """Return nbgrader's `(total score, {cell: score}, cells that wait for a person)`."""
    with Gradebook(f"sqlite:///{grades.course / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(ASSIGNMENT, name)
        (notebook,) = submission.notebooks
        scores = {grade.name: grade.auto_score for grade in notebook.grades}
        waiting = {grade.name for grade in notebook.grades if grade.needs_manual_grade}
        return submission.score, scores, waiting


def table(grades):
    """Return what the light way's table says: `{submission: (score, checks, those not passed)}`."""
    row = re.compile(r" *(\d+) of (\d+)  submissions/(\S+)\.ipynb(?:  without (.+))?")
    found = [
        match.groups(default="")
        for match in map(row.fullmatch, grades.lax_log.splitlines())
        if match
    ]
    return {name: (int(score), int(of), set(rest.split())) for score, of, name, rest in found}


def test_the_student_notebook_has_the_metadata_that_nbgrader_asks_for():
    MetadataValidator().validate_nb(STUDENT)
    assert not any("nbgrader" in cell.metadata for cell in SOLUTIONS.cells)


def test_teachers_are_told_the_command_that_is_tested_here():
    assert f".venv/bin/{LIGHT_WAY}\n" in (ROOT / "TEACHING.md").read_text("utf-8")


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
    assert passed == EXPECTED[name].passed
    assert total == len(passed)
    assert scores.keys() == {f"{slug}-check" for slug in CHECKED} | BY_HAND


@pytest.mark.parametrize("name", ["untouched", "stubs"])
def test_a_blank_and_a_stub_are_not_attempted(grades, name):
    file = grades.course / "autograded" / name / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    cells = {cell.id: cell for cell in nbformat.read(file, as_version=4).cells}
    for slug in set(CHECKED) - EXPECTED[name].passed:
        assert [output.ename for output in cells[f"{slug}-check"].outputs] == ["NotAttempted"]


def test_nbgrader_names_each_submission_that_it_cannot_grade_and_no_other(grades):
    named = re.findall("There was an error processing .* for student '(.+)'", grades.log)
    assert sorted(named) == sorted(UNGRADABLE)
    assert grades.status == 1


@pytest.mark.parametrize("name", UNGRADABLE)
def test_a_submission_that_cannot_be_graded_has_no_score_yet_not_0(grades, name):
    _, scores, waiting = graded(grades, name)
    assert set(scores.values()) == {None}
    assert waiting == scores.keys()


@pytest.mark.parametrize("name", READABLE)
def test_the_table_of_nbval_counts_the_checks_that_pass(grades, name):
    score, of, missing = table(grades)[name]
    passed = EXPECTED[name].passed_lax
    content = nbformat.reads(EXPECTED[name].content.decode(), as_version=4)
    sources = [cell.source for cell in content.cells]
    present = {slug for slug in CHECKED if source(f"{slug}-check") in sources}
    assert (score, of, missing) == (len(passed), len(present), present - passed)


def test_nbval_names_each_file_that_is_not_a_notebook_and_no_other(grades):
    named = re.findall(r"^ERROR submissions/(\S+)\.ipynb", grades.lax_log, re.MULTILINE)
    assert set(named) == EXPECTED.keys() - set(READABLE)
    assert grades.lax_status == 1
