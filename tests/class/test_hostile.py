"""Programs that were handed in to get points, or to take others', or to stop the grading.

All are handed in together with one honest submission, which keeps its points. Each has the same
four exercises; it does its work before, or in, the third.
"""

import csv
import socket
import sys

import nbformat
import psutil
import pytest

from grading import grade, sandbox
from grading.__main__ import main
from submissions import EXCERPT, answer, excerpt

ALL, BUT_BLUR, FIRST = set(EXCERPT), {"load", "shape", "identity"}, {"load", "shape"}
SERVER = socket.create_server(("127.0.0.1", 0))
ADDRESS = SERVER.getsockname()
RIGHT, BLANK = answer("blur", "right"), "# Exercise: blur\nw = ...\no = ..."
WRONG = f"{RIGHT}\nw = torch.ones(3, 3, 5, 5); o = F.conv2d(img[None], w)"
HUGE = "# Exercise: blur\nw = torch.zeros(1).expand(3, 3, 10**6, 10**6); o = 0"
STUBBORN = (
    f"{RIGHT}\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass"
)
PATCHED = """
from practical import checks
checks.judge = checks.judge_student = checks.check = lambda *any: None
"""
TO_EVERY_OUTPUT = """
import glob
for file in glob.glob("/proc/[0-9]*/fd/1"):
    try: open(file, "wb", 0).write({!r}.encode())
    except OSError: pass
"""
UNSEEDED = "import numpy\nimg, len, numpy.random.seed = img / 255, 3, 0"
FRAME = '{"slug": "blur", "said": "✓", "left": 0}\n'
VERDICT = '{"slug": "blur", "verdict": "✓", "said": ""}\n{"end": true}\n'
PICKLES = """
import pickle
torch.save = lambda what, file: pickle.dump(print, open(file, "wb"))
"""
SHARED = """
import mmap, os, time
for _ in range(4):
    if os.fork() == 0:
        memory = mmap.mmap(-1, 4 * 10**8)
        for at in range(0, len(memory), 4096): memory[at] = 1
        time.sleep(100)
time.sleep(12)
"""
FORKS = "import os, time\n[os.fork() or time.sleep(9) for _ in range(400)]"
FULL = """
files = [open("{0}/" + name, "wb", 0) for name in "abc"]
[file.write(bytes(99_000_000)) for file in files]
"""
GIGABYTE = "f = open('x', 'wb')\nf.seek(10**9)\nf.write(b'x')\nf.flush()"
STAYS = "import subprocess\nsubprocess.Popen(['sleep', '71.234567'], start_new_session=True)"
CALL = f"import socket\nsocket.create_connection({ADDRESS}, timeout=3).send(b'hello')"
HOSTILE = {  # a cell of its own, the answer to blur, and the checks that are passed
    "a check of its own": ("def check(*any): pass", BLANK, BUT_BLUR),
    "checks that say yes": (PATCHED, BLANK, BUT_BLUR),
    "comparisons that say yes": ("torch.allclose = lambda *any, **more: True", WRONG, BUT_BLUR),
    "another picture, and nothing that can be seeded": (UNSEEDED, RIGHT, FIRST),
    "an output without a name": ("import sys\nsys.stdout.name = None\nprint(1)", RIGHT, ALL),
    "no standard output": ("import sys\nsys.stdout.close()", RIGHT, ALL),
    "a forged message of its kernel": (TO_EVERY_OUTPUT.format(FRAME), BLANK, BUT_BLUR),
    "a forged verdict": (TO_EVERY_OUTPUT.format(VERDICT), BLANK, FIRST),
    "pickles in place of tensors": (PICKLES, RIGHT, FIRST),
    "a kernel of 10¹³ numbers": ("", HUGE, BUT_BLUR),
    "an endless loop": ("", f"{RIGHT}\nwhile True: pass", BUT_BLUR),
    "a loop that swallows interrupts": ("", STUBBORN, BUT_BLUR),
    "a loop inside a C library": ("", f"{RIGHT}\nsum(iter(int, 1))", BUT_BLUR),
    "too many processes": (FORKS, RIGHT, FIRST),
    "too much memory": ("bytearray(3 * 10**9)", RIGHT, ALL),
    "too much memory, shared": (SHARED, RIGHT, FIRST),
    "a full /tmp": (FULL.format("/tmp"), RIGHT, FIRST),
    "a full /dev/shm": (FULL.format("/dev/shm"), RIGHT, ALL),
    "a full /home": (FULL.format("/home"), RIGHT, ALL),
    "a file of a gigabyte": (GIGABYTE, RIGHT, ALL),
    "a line of 200 MB": ("print('x' * 200_000_000)", RIGHT, ALL),
    "the end of its kernel": ("", f"{RIGHT}\nimport os\nos._exit(0)", BUT_BLUR),
    "the end of the first process": ("import os\nos.kill(1, 9)", RIGHT, ALL),
    "the end of what runs it": ("import os\nos.kill(os.getppid(), 9)", RIGHT, FIRST),
    "a process that stays": (STAYS, RIGHT, ALL),
    "the network": (CALL, RIGHT, ALL),
}


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """Grade them all, with small limits, and return the rows by student."""
    folder = tmp_path_factory.mktemp("hostile")
    solved = {slug: answer(slug, "right") for slug in EXCERPT}
    (folder / "download").mkdir()
    nbformat.write(excerpt(), folder / "handout.ipynb")
    nbformat.write(excerpt(solved), folder / "download/honest.ipynb")
    for number, (before, blur, _) in enumerate(HOSTILE.values()):
        notebook = excerpt(solved | {"blur": blur}, before)
        nbformat.write(notebook, folder / f"download/{number}.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grade, "CELL_SECONDS", 15)
        patch.setattr(sandbox, "MEMORY", 2 * 10**9)
        options = "--handout", folder / "handout.ipynb", "--grades", folder / "grades"
        patch.setattr(sys, "argv", ["grading", *map(str, [folder / "download", *options])])
        main()
    with (folder / "grades/grades.csv").open(encoding="utf-8", newline="") as table:
        return {row["student"]: row for row in csv.DictReader(table)}


def passed(row):
    """Return the exercises that a row has a point for."""
    return {slug for slug in EXCERPT if row[slug] == "✓"}


def test_the_honest_submission_keeps_its_points(rows):
    assert passed(rows["honest"]) == ALL and not rows["honest"]["note"]
    assert len(rows) == 1 + len(HOSTILE)


@pytest.mark.parametrize("what", HOSTILE)
def test_it_gets_what_its_answers_deserve_in_spite_of(what, rows):
    row, expected = rows[str(list(HOSTILE).index(what))], HOSTILE[what][2]
    assert passed(row) == expected
    assert bool(row["note"]) == (row["identity"] == "–" and "identity" in row["note"])


def test_nothing_of_them_is_left(rows):
    commands = [process.info["cmdline"] for process in psutil.process_iter(["cmdline"])]
    assert ["sleep", "71.234567"] not in commands
    SERVER.settimeout(0.1)
    with pytest.raises(TimeoutError):
        SERVER.accept()
    with socket.create_connection(ADDRESS, timeout=3):
        SERVER.accept()[0].close()
