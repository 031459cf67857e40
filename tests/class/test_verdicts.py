"""What leaves a student's kernel is judged as the student's own check judges it."""

import io
import os
import pickle
import signal

import numpy as np
import pytest
import torch

from grading import judge
from grading.as_data import leave, packed, unpacked
from judging import student
from practical.checks import check
from practical.one_line import Mistake, NotAttempted
from read_answers import ANSWERS


@pytest.fixture(autouse=True)
def limits(monkeypatch):
    """Stop what takes too long, as a judge does."""
    before = signal.signal(signal.SIGALRM, judge.too_long)
    yield
    signal.signal(signal.SIGALRM, before)


def in_place(slug, names):
    """Return the verdict and the sentence of the check, asked where the names live."""
    try:
        check(slug, names)
    except Mistake as said:
        return "✗", str(said).removeprefix(f"✗ {slug}: ")
    except NotAttempted as said:
        return "–", str(said).removeprefix(f"{slug}: ")
    return "✓", ""


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda one: f"{one.slug}: {one.title}")
def test_every_answer_gets_the_same_verdict_and_the_same_sentence_both_ways(answer, tmp_path):
    names = student(answer.slug, answer.text)
    leave(answer.slug, 0, tmp_path / "left", names)
    left = (tmp_path / "left").read_bytes()
    assert judge.verdict(answer.slug, left, 0) == in_place(answer.slug, names)


@pytest.fixture(scope="module")
def right():
    """Return the names of a right answer for by-hand, and what leaves the kernel for them."""
    answer = next(a for a in ANSWERS if (a.slug, a.verdict) == ("by-hand", "right"))
    return student("by-hand", answer.text)


def left_of(slug, names, folder, seed=1):
    """Return what leaves a kernel that has these names."""
    leave(slug, seed, folder / "left", names)
    return (folder / "left").read_bytes()


def test_a_function_is_tried_on_inputs_of_its_own_for_each_submission(right, tmp_path):
    left = left_of("by-hand", right, tmp_path, seed=1)
    assert judge.verdict("by-hand", left, 1) == ("✓", "")
    assert judge.verdict("by-hand", left, 2)[0] == "✗"


def test_what_a_function_does_to_its_arguments_is_seen(right, tmp_path):
    def changes(image, kernel):
        result = right["conv2d_by_hand"](image.clone(), kernel)
        image.zero_()
        return result

    left = left_of("by-hand", right | {"conv2d_by_hand": changes}, tmp_path)
    assert "changes its own arguments" in judge.verdict("by-hand", left, 1)[1]


@pytest.mark.parametrize("word", ["NotAttempted", "Mistake", "anything"])
def test_what_the_kernel_says_turns_a_right_answer_into_none_and_no_answer_into_right(
    word, tmp_path
):
    right = next(a for a in ANSWERS if (a.slug, a.verdict) == ("blur", "right"))
    names = student("blur", right.text)
    for answer in names, names | {"o": names["img"]}, names | {"w": ...}:
        left = torch.load(io.BytesIO(left_of("blur", answer, tmp_path)), weights_only=True)
        torch.save(left | {"if right": (word, "it stopped.")}, tmp_path / "changed")
        verdict = judge.verdict("blur", (tmp_path / "changed").read_bytes(), 1)
        assert verdict == ("–", "it stopped.") or (verdict[0], answer["w"]) == ("–", ...)
        torch.save(left | {"if wrong": ("", "")}, tmp_path / "changed")
        verdict = judge.verdict("blur", (tmp_path / "changed").read_bytes(), 1)
        assert (verdict[0] == "✓") == (answer is names)


class Evil:
    """What runs a program when it is unpickled."""

    def __init__(self, file):
        """Let it make a file."""
        self.file = file

    def __reduce__(self):
        return os.mkdir, (str(self.file),)


def test_a_pickle_in_place_of_names_is_not_opened(tmp_path):
    pickle.loads(pickle.dumps(Evil(tmp_path / "a")))
    assert (tmp_path / "a").exists()
    torch.save(Evil(tmp_path / "b"), tmp_path / "left")
    for content in pickle.dumps(Evil(tmp_path / "b")), (tmp_path / "left").read_bytes(), b"":
        assert judge.verdict("blur", content, 0)[0] == "–"
    assert not (tmp_path / "b").exists()


def test_an_object_that_is_no_data_leaves_as_its_types_name(tmp_path):
    names = student("blur") | {"w": Evil(tmp_path / "c"), "o": None}
    verdict = judge.verdict("blur", left_of("blur", names, tmp_path), 1)
    assert verdict == ("✗", "`w` is of type Evil, not a torch tensor of real numbers.")
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize("kind", [">i4", "uint16", "float16", "complex64", "bool"])
def test_numbers_of_numpy_arrive_as_they_were(kind):
    for value in np.arange(6).reshape(2, 3).astype(kind)[:, ::-1], np.ones((), kind)[()]:
        torch.save(packed(value), file := io.BytesIO())
        arrived = unpacked(torch.load(io.BytesIO(file.getvalue()), weights_only=True))
        assert type(arrived) is type(value) and (arrived == value).all()


def test_a_tensor_of_another_layout_is_no_answer(tmp_path):
    names = student("blur") | {"w": torch.eye(3).to_sparse(), "o": None}
    verdict, said = judge.verdict("blur", left_of("blur", names, tmp_path), 1)
    assert verdict == "✗" and said == "`w` is not filled with real numbers."


def test_a_check_that_takes_too_long_is_stopped(tmp_path, monkeypatch, right):
    monkeypatch.setattr(judge, "SECONDS", 0.001)
    said = judge.verdict("by-hand", left_of("by-hand", right, tmp_path), 1)
    assert said == ("–", "judging it took too long.")


def test_outputs_go_on_as_they_are_up_to_a_limit(monkeypatch):
    monkeypatch.setattr(judge, "OUTPUTS", 60)
    cells = b'{"cell": 1, "outputs": []}\n{"cell": 2, "outputs": ["xxxxxxxxxx"]}\n'
    cells += b'{"cell": 3, "outputs": []}\n'
    judge.judge_submission(1, io.BytesIO(cells), out := io.StringIO())
    assert out.getvalue() == '{"cell": 1, "outputs": []}\n{"end": true}\n'


def test_a_stream_that_is_no_runners_is_heard_no_further(tmp_path, right):
    left = left_of("by-hand", right, tmp_path)
    good = b'{"slug": "by-hand", "said": "", "left": %d}\n%s' % (len(left), left)
    for bad in (
        b'{"slug": "by-hand", "verdict": "\xe2\x9c\x93"}\n',
        b'{"slug": "tf32", "said": "", "left": 0}\n',
        b'{"slug": ["blur"], "said": "", "left": 0}\n',
        b'{"slug": "blur", "said": "", "left": null}\n',
        b'{"slug": "blur", "said": "", "left": "?"}\n',
        b'{"slug": "blur", "said": "", "left": 4',
        b'{"cell": "x", "outputs": []}\n',
        b'{"cell": Infinity, "outputs": []}\n',
        b'{"cell": 1, "outputs": [[}\n',
        b'{"cell": 1}\n',
        b"[" * 9_000 + b"\n",
        b"\x00" * 50_000,
    ):
        out = io.StringIO()
        judge.judge_submission(1, io.BytesIO(good + bad + good), out)
        assert [line[-8:] for line in out.getvalue().splitlines()] == ['id": ""}', '": true}']
