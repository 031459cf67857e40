"""Every check of the practical, tried on the right and the wrong answers in `tests/answers`."""

import ast
import contextlib
import io
import warnings
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jupytext
import pytest
import torch

from practical import CHECKED, STUDENT, namespace, run, source

TABLE = Path(__file__).parent / "answers"
NAMES = {
    "load": ["img"],
    "shape": ["channels", "height", "width"],
    "grayscale": ["gray"],
    "kaiming": ["w", "o"],
    "blur": ["w", "o"],
    "identity": ["w", "o"],
    "edge": ["mat", "w", "o"],
    "pooling": ["pooled", "w", "res"],
    "by-hand": ["conv2d_by_hand"],
    "padding": ["output_size", "padding"],
    "sobel": ["sobel_x", "sobel_y", "magnitude"],
    "separable": ["row_kernel", "column_kernel", "cost_2d", "cost_1d"],
    "learn": ["learned"],
}
NEED_NO_PICTURE = {"load", "by-hand", "padding", "separable", "learn"}
SLUG_AND_NAME = [(slug, name) for slug, names in NAMES.items() for name in names]
PREPARATIONS = {"separable": ["separable-gaussian"], "learn": ["learn-data"]}
LOADED = namespace("load")
PRACTICAL, GOING_FURTHER = LOADED["PRACTICAL"], LOADED["GOING_FURTHER"]


@pytest.fixture(autouse=True, scope="module")
def one_thread():
    """Compute with one thread: in steps as small as these a second one only waits for the first."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


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
            yield Answer(
                path.stem, about["title"], cell.source, about["verdict"], tuple(about["hint"])
            )


ANSWERS = [answer for path in sorted(TABLE.glob("*.py")) for answer in read_answers(path)]


def answers(slug, *verdicts):
    """Return the answers to the exercise `slug` that have one of these verdicts."""
    return [answer for answer in ANSWERS if answer.slug == slug and answer.verdict in verdicts]


def each_answer(verdict):
    """Parametrize a test over the answers that have this verdict."""
    chosen = [answer for slug in CHECKED for answer in answers(slug, verdict)]
    ids = [f"{answer.slug}: {answer.title}" for answer in chosen]
    return pytest.mark.parametrize("answer", chosen, ids=ids)


class Outcome(NamedTuple):
    """What a check printed, warned of and raised, and which of the student's things it changed.

    Of an error it holds the kind, the message and what a notebook shows; not the error itself,
    which would keep every tensor of the answer in memory.
    """

    printed: str
    warned: list[str]
    error: tuple[str, str, list[str]] | None
    changed: list[str]


def student(slug):
    """Return a namespace as it is before the cell `slug`.

    Set-up and, but for `load` itself, `load` have run, and code cells of the exercise before it.
    """
    names = namespace()
    if slug != "load":
        names.update(picture=LOADED["picture"], img=LOADED["img"].clone())
    for cell_id in PREPARATIONS.get(slug, []):
        run(source(cell_id), names)
    return names


def try_check(slug, names):
    """Run the check of `slug` on `names` and return its Outcome."""
    before = {name: (value, contents(value)) for name, value in names.items()}
    random_state = torch.get_rng_state()
    printed, error = io.StringIO(), None
    with warnings.catch_warnings(record=True) as warned, contextlib.redirect_stdout(printed):
        warnings.simplefilter("always")
        warnings.simplefilter("ignore", ResourceWarning)  # a picture that nobody closed
        try:
            run(source(f"{slug}-check"), names)
        except Exception as raised:
            shown = getattr(raised, "_render_traceback_", list)()
            error = type(raised).__name__, str(raised), shown
    changed = [
        name
        for name, (value, old) in before.items()
        if names.get(name) is not value or contents(value) != old
    ]
    if not torch.equal(random_state, torch.get_rng_state()):
        changed.append("torch's random state")
    return Outcome(printed.getvalue(), [str(one.message) for one in warned], error, changed)


def contents(value):
    """Return what could change inside an ordinary tensor, comparable by ==; else None."""
    ordinary = type(value) in (torch.Tensor, torch.nn.Parameter) and value.layout is torch.strided
    if not ordinary or value.is_nested or value.is_quantized or value.is_meta:
        return None
    numbers = value.detach().numpy().tobytes()
    return numbers, value.shape, value.dtype, value.requires_grad, value.is_leaf


@cache
def outcome(answer):
    """Return the Outcome of the check after this answer."""
    names = student(answer.slug)
    run(answer.text, names)
    return try_check(answer.slug, names)


def scoreboard(*done):
    """Return the line of progress, these exercises of one part being done."""
    part = PRACTICAL if done[0] in PRACTICAL else GOING_FURTHER
    marks = "  ".join(f"{slug} {'✓' if slug in done else '·'}" for slug in part)
    return f"{len(done)} of {len(part)} done:  {marks}"


def assert_one_line(error, kind, start):
    """Assert that the error is of the notebook's class `kind` and shows as one line; return it."""
    actual, message, shown = error
    assert actual == kind, message
    assert message.startswith(start) and len(message.splitlines()) == 1
    assert len(shown) == 1 and message in shown[0] and "\n" not in shown[0]
    return message


def expressions_of_the_solution(slug):
    """Return what stands right of each `=` in the solution, without blanks; bare numbers aside."""
    assigned = [
        node.value for node in ast.walk(ast.parse(source(slug))) if isinstance(node, ast.Assign)
    ]
    assert assigned, "the solution assigns nothing"
    return [squeeze(ast.unparse(v)) for v in assigned if not isinstance(v, ast.Constant)]


def squeeze(text):
    """Return the text without blanks."""
    return "".join(text.split())


@each_answer("right")
def test_a_right_answer_is_marked_and_counted(answer):
    printed, warned, error, _ = outcome(answer)
    assert error is None
    assert printed == f"✓ {answer.slug}\n{scoreboard(answer.slug)}\n"
    assert not warned


@each_answer("wrong")
def test_a_wrong_answer_gets_one_line_that_names_the_mistake(answer):
    printed, warned, error, _ = outcome(answer)
    message = assert_one_line(error, "Mistake", f"✗ {answer.slug}: ")
    assert not [words for words in answer.hint if words.lower() not in message.lower()], message
    assert "could not be checked" not in message
    assert not printed and not warned


@pytest.mark.parametrize("slug", CHECKED)
def test_no_hint_gives_the_answer_away(slug):
    told = [
        answer.title
        for answer in answers(slug, "wrong")
        for expression in expressions_of_the_solution(slug)
        if expression in squeeze(outcome(answer).error[1])
    ]
    assert told == []


@pytest.mark.parametrize("slug", CHECKED)
def test_a_check_changes_nothing_that_is_the_students(slug):
    changed = {answer.title: outcome(answer).changed for answer in answers(slug, "right", "wrong")}
    assert not any(changed.values()), changed


@pytest.mark.parametrize("slug", CHECKED)
def test_an_untouched_blank_is_not_attempted(slug):
    names = student(slug)
    run(source(slug, STUDENT), names)
    printed, _, error, changed = try_check(slug, names)
    assert_one_line(error, "NotAttempted", f"{slug}: not attempted. `{NAMES[slug][0]}`")
    assert not printed and not changed


@pytest.mark.parametrize("slug", CHECKED)
def test_a_cell_that_was_not_run_is_not_attempted(slug):
    error = try_check(slug, student(slug)).error
    assert_one_line(error, "NotAttempted", f"{slug}: not attempted. `{NAMES[slug][0]}`")


@cache
def solved(slug):
    """Return a namespace in which this exercise is solved; tests that change it restore it."""
    names = student(slug)
    run(source(slug), names)
    return names


@pytest.mark.parametrize(("slug", "name"), SLUG_AND_NAME)
def test_one_blank_of_several_is_not_attempted(slug, name, monkeypatch):
    monkeypatch.setitem(solved(slug), name, ...)
    error = try_check(slug, solved(slug)).error
    assert_one_line(error, "NotAttempted", f"{slug}: not attempted. `{name}`")


@pytest.mark.parametrize("slug", [slug for slug in CHECKED if slug not in NEED_NO_PICTURE])
def test_a_check_without_a_picture_names_img(slug, monkeypatch):
    monkeypatch.setitem(solved(slug), "img", ...)
    error = try_check(slug, solved(slug)).error
    assert_one_line(error, "NotAttempted", f"{slug}: not attempted. `img`")


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
def test_an_odd_answer_gets_no_other_message_than_the_checks_own(slug, name, odd, monkeypatch):
    value = solved(slug)[name]
    value = ODD[odd](value if isinstance(value, torch.Tensor) else torch.ones(()))
    monkeypatch.setitem(solved(slug), name, value)
    printed, warned, error, changed = try_check(slug, solved(slug))
    if error is None:
        assert odd == "boolean" and printed.startswith(f"✓ {slug}\n")
    else:
        assert_one_line(error, "Mistake", f"✗ {slug}: ")
        assert not {"breaks.", "touch."} & set(error[1].split())  # of a message its first line
    assert not warned and not changed


@pytest.mark.parametrize("part", [PRACTICAL, GOING_FURTHER], ids=["practical", "going further"])
def test_the_scoreboard_counts_up_to_all_exercises_of_a_part_and_down_again(part, capsys):
    names = student(part[0])
    for number, slug in enumerate(part, start=1):
        for cell_id in [*PREPARATIONS.get(slug, []), slug]:
            run(source(cell_id), names)
        run(source(f"{slug}-check"), names)
        assert capsys.readouterr().out.splitlines()[-1] == scoreboard(*part[:number])

    first, second, *left, last = part
    names[NAMES[first][0]] = "wrong"
    with pytest.raises(names["Mistake"]):
        run(source(f"{first}-check"), names)
    names["img"] = LOADED["img"]
    names[NAMES[second][0]] = ...
    with pytest.raises(names["NotAttempted"]):
        run(source(f"{second}-check"), names)
    run(source(f"{last}-check"), names)
    assert capsys.readouterr().out.splitlines()[-1] == scoreboard(*left, last)


def test_every_checked_exercise_has_its_answers_and_its_names():
    assert {path.stem for path in TABLE.glob("*.py")} == set(CHECKED) == set(NAMES)
    assert [*PRACTICAL, *GOING_FURTHER] == CHECKED


@pytest.mark.parametrize("slug", CHECKED)
def test_an_exercise_has_four_right_and_six_wrong_answers_at_least(slug):
    right, wrong = answers(slug, "right"), answers(slug, "wrong")
    assert len(right) >= 4 and not any(answer.hint for answer in right)
    assert len(wrong) >= 6 and all(answer.hint for answer in wrong)


@pytest.mark.parametrize("slug", CHECKED)
def test_no_answer_is_in_the_table_twice(slug):
    mine = [answer for answer in ANSWERS if answer.slug == slug]
    assert {answer.verdict for answer in mine} == {"right", "wrong"}
    assert len({answer.title for answer in mine}) == len(mine)
    assert len({answer.text for answer in mine}) == len(mine)
