"""Every check of the practical, tried on the right and the wrong answers in `tests/answers`."""

import ast
import contextlib
import io
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jupytext
import pytest
import torch

from notebooks import CHECKED, STUDENT, namespace, run, source
from practical.checks import check
from practical.ledger import FURTHER, NAMES, NINE
from practical.one_line import Mistake, NotAttempted

TABLE = Path(__file__).parent / "answers"
READ = NAMES | {"learn": ["learned"]}  # the losses are only drawn
SLUG_AND_NAME = [(slug, name) for slug in CHECKED for name in READ[slug]]
NEED_THE_PICTURE = ["shape", "grayscale", "kaiming", "blur", "identity", "edge", "pooling", "sobel"]
BEFORE = namespace("load", "separable-gaussian", "learn-data")


class Answer(NamedTuple):
    """What a student may have written into the cell `slug`, and words that its hint must hold."""

    slug: str
    title: str
    text: str
    verdict: str
    hint: tuple[str, ...]


def read_answers(path):
    """Yield the Answers in one file of the table, which is in jupytext's percent format."""
    for cell in jupytext.read(path, fmt="py:percent").cells:
        if cell.cell_type == "code":
            about = {"hint": (), **cell.metadata}
            hint = tuple(about["hint"])
            yield Answer(path.stem, about["title"], cell.source, about["verdict"], hint)


ANSWERS = [answer for path in sorted(TABLE.glob("*.py")) for answer in read_answers(path)]


def each_answer(verdict):
    """Parametrize a test over the answers that have this verdict."""
    chosen = [answer for answer in ANSWERS if answer.verdict == verdict]
    ids = [f"{answer.slug}: {answer.title}" for answer in chosen]
    return pytest.mark.parametrize("answer", chosen, ids=ids)


def student(slug, text=""):
    """Return the names after the set-up, no other cell than the exercise needs, and `text`."""
    names = {
        name: value.clone() if isinstance(value, torch.Tensor) else value
        for name, value in BEFORE.items()
        if slug != "load" or name not in ("picture", "img")
    }
    run(text, names)
    return names


@cache
def solved(slug):
    """Return names with which this exercise is solved, for tests that change a copy of them."""
    return student(slug, source(slug))


def contents(value):
    """Return what could change inside an ordinary tensor, comparable by ==; else None."""
    ordinary = type(value) in (torch.Tensor, torch.nn.Parameter) and value.layout is torch.strided
    if not ordinary or value.is_nested or value.is_quantized or value.is_meta:
        return None
    numbers = value.detach().numpy().tobytes()
    return numbers, value.shape, value.dtype, value.requires_grad, value.is_leaf


def judged(slug, names):
    """Return what the check prints and raises; assert that it changes and warns of nothing."""
    before = {name: (id(value), contents(value)) for name, value in names.items()}
    random_state = torch.get_rng_state()
    printed, verdict = io.StringIO(), None
    with (
        contextlib.redirect_stdout(printed),
        warnings.catch_warnings(record=True) as warned,
    ):
        warnings.simplefilter("always")
        warnings.simplefilter("ignore", ResourceWarning)  # a picture that nobody closed
        try:
            check(slug, names)
        except Exception as raised:
            verdict = raised.with_traceback(None)  # it would keep every tensor in memory
    after = {name: (id(value), contents(value)) for name, value in names.items()}
    assert [name for name in before | after if before.get(name) != after.get(name)] == []
    assert torch.equal(random_state, torch.get_rng_state())
    assert [str(one.message) for one in warned] == []
    return printed.getvalue(), verdict


def hint_to(slug, names, kind, start):
    """Return the one line that the check raises, an error of this kind that starts like this."""
    printed, verdict = judged(slug, names)
    assert type(verdict) is kind and not printed
    message = str(verdict)
    assert message.startswith(start) and len(message.splitlines()) == 1
    (shown,) = verdict._render_traceback_()
    assert message in shown and "\n" not in shown
    return message


def squeeze(text):
    """Return the text without blanks."""
    return "".join(text.split())


@cache
def expressions_of_the_solution(slug):
    """Return what stands right of each `=` in the solution, without blanks; bare numbers aside."""
    assigned = [
        node.value for node in ast.walk(ast.parse(source(slug))) if isinstance(node, ast.Assign)
    ]
    assert assigned, "the solution assigns nothing"
    return [squeeze(ast.unparse(v)) for v in assigned if not isinstance(v, ast.Constant)]


@each_answer("right")
def test_a_right_answer_gets_its_tick_and_nothing_is_changed(answer):
    assert judged(answer.slug, student(answer.slug, answer.text)) == (f"✓ {answer.slug}\n", None)


@each_answer("wrong")
def test_a_wrong_answer_gets_one_line_that_names_the_mistake_and_not_the_answer(answer):
    names = student(answer.slug, answer.text)
    message = hint_to(answer.slug, names, Mistake, f"✗ {answer.slug}: ")
    assert not [words for words in answer.hint if words.lower() not in message.lower()], message
    assert "could not be checked" not in message
    given_away = [e for e in expressions_of_the_solution(answer.slug) if e in squeeze(message)]
    assert not given_away, message


@pytest.mark.parametrize("slug", CHECKED)
def test_an_untouched_cell_is_not_attempted(slug):
    untouched = student(slug, source(slug, STUDENT))
    hint_to(slug, untouched, NotAttempted, f"{slug}: not attempted. `{NAMES[slug][0]}`")


@pytest.mark.parametrize("missing", [False, True], ids=["blank", "missing"])
@pytest.mark.parametrize(("slug", "name"), SLUG_AND_NAME)
def test_one_blank_or_missing_name_of_several_is_not_attempted_and_named(slug, name, missing):
    names = solved(slug) | {name: ...}
    if missing:
        del names[name]
    start = f"There is no `{name}`: " if missing else f"`{name}` is `...`: "
    hint_to(slug, names, NotAttempted, f"{slug}: not attempted. {start}")


NO_PICTURE = {
    "blank": ...,
    "a path": "data/mandril.jpg",
    "a number": torch.ones(()),
    "a colour": torch.ones(3),
    "a channel": torch.ones(9, 9),
    "a batch": torch.ones(1, 3, 9, 9),
}


@pytest.mark.parametrize("img", NO_PICTURE)
@pytest.mark.parametrize("slug", NEED_THE_PICTURE)
def test_without_a_picture_img_is_named_and_nothing_counts_as_a_mistake(slug, img):
    names = solved(slug) | {"img": NO_PICTURE[img]}
    message = hint_to(slug, names, NotAttempted, f"{slug}: `img` is no picture")
    assert "load" in message


@pytest.mark.parametrize("slug", FURTHER)
def test_a_check_whose_module_has_not_run_says_which_cell_to_run(slug, monkeypatch):
    monkeypatch.setitem(sys.modules, "practical.further", None)
    run_it = f"{slug}: run the first code cell below *Going further*"
    hint_to(slug, solved(slug), NotAttempted, run_it)


class Fragile(torch.Tensor):
    """A tensor with which no function of torch works."""

    @classmethod
    def __torch_function__(cls, *call):
        raise RuntimeError("This tensor\nbreaks.")


class Untouchable:
    """A thing that cannot even be asked for its class."""

    def __getattribute__(self, name):
        raise RuntimeError("Do not\ntouch.")


ODD = {
    "sparse": lambda tensor: tensor.to_sparse(),
    "on the meta device": lambda tensor: tensor.to("meta"),
    "complex": lambda tensor: tensor.to(torch.complex64),
    "boolean": lambda tensor: tensor.bool(),
    "nested": lambda tensor: torch.nested.as_nested_tensor([tensor]),
    "quantised": lambda tensor: torch.quantize_per_tensor(tensor.float(), 1.0, 0, torch.qint32),
    "empty": lambda tensor: tensor.new_empty(0),
    "a fragile subclass": lambda tensor: tensor.as_subclass(Fragile),
    "untouchable": lambda tensor: Untouchable(),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(("slug", "name"), SLUG_AND_NAME)
def test_an_odd_answer_gets_no_other_message_than_the_checks_own(slug, name, odd):
    value = solved(slug)[name]
    value = ODD[odd](value if isinstance(value, torch.Tensor) else torch.ones(()))
    names = solved(slug) | {name: value}
    if odd == "boolean" and judged(slug, names) == (f"✓ {slug}\n", None):
        return
    message = hint_to(slug, names, Mistake, f"✗ {slug}: ")
    assert not {"breaks.", "touch."} & set(message.split())  # of a message its first line


def test_every_checked_exercise_has_its_answers_and_its_names():
    assert {path.stem for path in TABLE.glob("*.py")} == set(CHECKED)
    assert [*NINE, *FURTHER] == CHECKED


@pytest.mark.parametrize("slug", CHECKED)
def test_an_exercise_has_four_right_and_six_wrong_answers_at_least_and_none_twice(slug):
    mine = [answer for answer in ANSWERS if answer.slug == slug]
    right, wrong = ([one for one in mine if one.verdict == v] for v in ("right", "wrong"))
    assert len(right) >= 4 and not any(answer.hint for answer in right)
    assert len(wrong) >= 6 and all(answer.hint for answer in wrong)
    assert len(right) + len(wrong) == len(mine)
    assert len({answer.title for answer in mine}) == len({a.text for a in mine}) == len(mine)
