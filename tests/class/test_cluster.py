"""A class is graded by a Dask cluster as it is here, also when a worker is lost on the way."""

import json
import os
import shutil
import subprocess
import sys
import time

import nbformat
import pytest

from notebooks import ROOT
from submissions import EXCERPT, answer, excerpt

STUDENTS = 6
ENVIRONMENT = os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT}/tools"}


@pytest.fixture
def cluster(tmp_path):
    """Start a scheduler and two workers, and return its address and the processes."""
    dask, started = [sys.executable, "-m", "dask"], []

    def start(*words):
        started.append(subprocess.Popen([*dask, *words], cwd=tmp_path, env=ENVIRONMENT))

    where = ["--scheduler-file", str(tmp_path / "scheduler.json"), "--host", "127.0.0.1"]
    start("scheduler", *where, "--port", "0", "--no-dashboard")
    for _ in range(2):
        start("worker", *where, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    while not (tmp_path / "scheduler.json").exists():
        time.sleep(0.1)
    yield json.loads((tmp_path / "scheduler.json").read_text())["address"], started
    for process in started:
        process.kill()
        process.wait()


def grading(folder, grades, *more):
    """Start the grading of a folder."""
    options = ["--handout", folder / "handout.ipynb", "--grades", grades, *more]
    command = [sys.executable, "-m", "grading", folder / "download", *options]
    return subprocess.Popen(list(map(str, command)), env=ENVIRONMENT)


def test_a_cluster_that_loses_a_worker_half_way_writes_the_same_table(cluster, tmp_path):
    address, started = cluster
    (tmp_path / "download").mkdir()
    nbformat.write(excerpt(), tmp_path / "handout.ipynb")
    for number in range(STUDENTS):
        solved = {slug: answer(slug, "right") for slug in EXCERPT}
        solved["blur"] = answer("blur", "wrong" if number % 2 else "right")
        notebook = excerpt(solved, f"student = {number}")
        nbformat.write(notebook, tmp_path / f"download/{number}.ipynb")
    there, here = tmp_path / "there", tmp_path / "here"
    distributed = grading(tmp_path, there, "--scheduler", address)
    while len(list(there.glob("results/*.json"))) < 2:
        assert distributed.poll() is None
        time.sleep(0.1)
    started[1].kill()
    assert distributed.wait(timeout=300) == 0
    assert len(list(there.glob("results/*"))) == STUDENTS
    here.mkdir()
    shutil.copy(there / "secret", here)
    assert grading(tmp_path, here).wait(timeout=300) == 0
    table = (there / "grades.csv").read_bytes()
    assert table == (here / "grades.csv").read_bytes()
    for result in there.glob("results/*"):
        assert result.read_bytes() == (here / "results" / result.name).read_bytes()
    assert table.decode().splitlines()[1:3] == ["0,4,4,✓,✓,✓,✓,", "1,3,4,✓,✓,✗,✓,"]
