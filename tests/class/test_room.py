"""What a submission cannot do to the machine that grades it, and that honest ones still can."""

import gc
import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import psutil
import pytest

from grading import sandbox
from grading.__main__ import main, row
from grading.download import File, Submission
from grading.merge import Handout, merge
from notebooks import ROOT
from submissions import EXCERPT, answer, as_file, excerpt

HOSTILE = {
    "read the solutions": f"open({str(ROOT / 'convolution_101_solutions.ipynb')!r})",
    "read the answers of the tests": f"open({str(ROOT / 'tests/answers/blur.py')!r})",
    "climb out of its folder": "open('../../../etc/passwd')",
    "write beside the runner": "open('/convolution_101/grading/runner.py', 'a')",
    "write to what was handed in": "open('/in/data.txt', 'w')",
    "write to the environment": f"open({sys.prefix!r} + '/evil.py', 'w')",
    "mount anew": "import os; assert not os.system('mount -o remount,rw /usr')",
    "fill /tmp": "open('/tmp/x', 'wb').write(bytes(300_000_000))",
    "fill /dev/shm": "open('/dev/shm/x', 'wb').write(bytes(99_000_000))",
    "write a file of a gigabyte": "[f := open('x', 'wb'), f.seek(10**9), f.write(b'x'), f.flush()]",
    "take all memory": "bytearray(8 * 10**9)",
}


def inside(folder, code):
    """Run Python in the room of a folder."""
    command = [*sandbox.bubblewrap(folder), sys.executable, "-c", code]
    return subprocess.run(command, env=sandbox.EMPTY, capture_output=True, text=True, timeout=120)


@pytest.fixture
def folder(tmp_path):
    """Return a folder that was handed in."""
    (tmp_path / "data.txt").write_text("mine", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("what", HOSTILE)
def test_a_submission_cannot(what, folder):
    assert inside(folder, HOSTILE[what]).returncode != 0
    assert [file.name for file in folder.iterdir()] == ["data.txt"]
    assert (folder / "data.txt").read_text("utf-8") == "mine"


def test_a_submission_cannot_open_what_lies_beside_it(tmp_path):
    folder, gradebook = tmp_path / "course/submitted/anna", tmp_path / "course/gradebook.db"
    folder.mkdir(parents=True)
    gradebook.write_text("points", encoding="utf-8")
    for place in str(gradebook), "../../gradebook.db", "/in/../../gradebook.db":
        assert inside(folder, f"open({place!r}, 'r+')").returncode != 0
    assert inside(tmp_path / "course", "open('gradebook.db', 'w')").returncode == 0  # a copy of it
    assert gradebook.read_text("utf-8") == "points"


def test_a_submission_cannot_reach_the_network(folder):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        code = f"import socket; socket.create_connection({address}, timeout=5)"
        exec(code, {})  # out here there is somebody
        assert inside(folder, code).returncode != 0


def test_a_submission_can_read_and_write_its_own_copy(folder):
    code = "print(open('data.txt').read()); open('data.txt', 'w').write('more'); open('new', 'w')"
    done = inside(folder, code)
    assert (done.returncode, done.stdout) == (0, "mine\n")
    assert (folder / "data.txt").read_text("utf-8") == "mine"


def test_the_process_that_started_the_room_shows_no_environment(folder):
    seen = inside(folder, "print(open('/proc/1/environ').read())").stdout
    assert "HOME" not in seen and str(ROOT) not in seen


def test_a_process_that_is_left_behind_ends_with_the_room(folder):
    seconds = 61.234567
    inside(folder, f"import os; os.fork() or os.execlp('sleep', 'sleep', '{seconds}')")
    commands = [process.info["cmdline"] for process in psutil.process_iter(["cmdline"])]
    assert ["sleep", str(seconds)] not in commands


def handed_in(notebook):
    """Return the Submission of a notebook."""
    file = File("anna.ipynb", 1, partial(bytes, as_file(notebook)))
    return Submission("anna", "anna", "", "anna/", [file])


def test_what_breaks_in_the_grading_of_one_is_said_in_its_row(tmp_path):
    def breaks(*submission):
        raise RuntimeError("no more disk")

    said = row(Handout(excerpt()), handed_in(excerpt()), tmp_path / "grades", breaks)
    assert (said.verdicts, said.answers) == ({}, None)
    assert said.note == "It could not be graded (RuntimeError: no more disk)."


def test_a_run_that_judged_nothing_is_tried_again(tmp_path):
    said = ['{"end": true}\n', '{"slug": "load", "verdict": "✓", "said": ""}\n{"end": true}\n']
    for marks in {}, {"load": ("✓", "")}, {"load": ("✓", "")}:
        done = row(Handout(excerpt()), handed_in(excerpt()), tmp_path, lambda *_: said.pop(0))
        assert done.verdicts == marks
    assert not said


def test_of_two_checks_the_better_counts_and_what_was_wrong_is_not_lost(tmp_path):
    marks = [
        ("blur", "✗"),
        ("blur", "–"),
        ("shape", "–"),
        ("shape", "✗"),
        ("load", "✓"),
        ("load", "✗"),
    ]
    told = [json.dumps({"slug": s, "verdict": m, "said": f"{m}."}) for s, m in marks]
    said = "\n".join([*told, '{"end": true}\n'])
    done = row(Handout(excerpt()), handed_in(excerpt()), tmp_path, lambda *_: said)
    assert {s: mark for s, (mark, _) in done.verdicts.items()} == dict(
        blur="✗", shape="✗", load="✓"
    )


def test_threads_that_read_submissions_do_not_disturb_each_other(tmp_path):
    deep = "\n".join(f"f({'(' * 20}{n}{')' * 20}, [-n ** 2])" for n in range(300))
    anna, handout = handed_in(excerpt((), deep)), Handout(excerpt())

    def said(_):
        return row(handout, anna, tmp_path / "grades", lambda *any: '{"end": true}\n').note

    collects, threshold = lambda *phase: time.sleep(1e-6), gc.get_threshold()
    gc.callbacks.append(collects)
    gc.set_threshold(50)
    try:
        with ThreadPoolExecutor(4) as pool:
            notes = set(pool.map(said, range(40)))
    finally:
        gc.callbacks.remove(collects)
        gc.set_threshold(*threshold)
    assert notes == {"The run ended before load shape blur identity."}


def test_without_a_room_nothing_is_run(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "found", lambda: "")
    monkeypatch.setattr(sys, "argv", ["grading", str(tmp_path), "--grades", str(tmp_path / "out")])
    with pytest.raises(SystemExit, match="say UNISOLATED=1"):
        main()
    assert not (tmp_path / "out/grades.csv").exists()


def test_what_cannot_be_graded_at_all_is_said_in_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("no ZIP", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(sandbox, "found", lambda: "bwrap")
    for words, said in (
        (["nowhere"], "nowhere cannot be read"),
        (["a.txt"], "a.txt is no folder, and no ZIP"),
        (["empty"], "In empty there is nothing"),
        (["empty", "--sheet", "nowhere.csv"], "nowhere.csv cannot be read"),
        (["empty", "--sheet", "a.txt"], "a.txt is neither Moodle's"),
        (["empty", "--handout", "a.txt"], "a.txt"),
    ):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["grading", *words, "--grades", "out"])
        with pytest.raises(SystemExit, match=f"^{said}"):
            main()
        assert not (tmp_path / "out/grades.csv").exists()


ENGINE = """#!{python}
import os, sys
sys.path[:0] = [{root!r}, {root!r} + "/tools"]
from grading import sandbox
words = sys.argv[1:]
assert words[:4] == ["run", "--rm", "--pull", "never"]
assert "--network none --read-only --cap-drop ALL" in " ".join(words)
folder = next(word for word in words if word.endswith(":/in:ro")).removesuffix(":/in:ro")
program = words[words.index("python") + 1 :]
os.execvpe("bwrap", [*sandbox.bubblewrap(folder), sys.executable, *program], sandbox.EMPTY)
"""


def test_where_there_is_no_bubblewrap_a_container_takes_runner_and_judge(tmp_path, monkeypatch):
    # No engine is here: this one looks at its options, and lets bubblewrap make the room.
    engine = tmp_path / "docker"
    engine.write_text(ENGINE.format(python=sys.executable, root=str(ROOT)), encoding="utf-8")
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert sandbox.found(("no-such-engine", "docker")) == "docker"
    solved = excerpt({slug: answer(slug, "right") for slug in EXCERPT})
    steps, _ = merge(Handout(excerpt()), solved)
    mandrill = {"data/mandril.jpg": (ROOT / "data/mandril.jpg").read_bytes()}
    said = map(json.loads, sandbox.run("docker", steps, mandrill, 7, 30).splitlines())
    assert [line for line in said if "cell" not in line] == [
        *({"slug": slug, "verdict": "✓", "said": ""} for slug in EXCERPT),
        {"end": True},
    ]
