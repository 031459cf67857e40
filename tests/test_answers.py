"""Every right and wrong answer in `tests/answers`, and what its check says and shows."""

import ast
import re
from functools import cache

import pytest
import torch

from judging import hint_to, judged, solved, student
from notebooks import CHECKED, ROOT, source
from practical import checks
from practical.checks import check
from practical.one_line import Mistake
from practical.pictures import show_row
from read_answers import ANSWERS
from sentences import About, is_true, numbers


def each_answer(verdict):
    """Parametrize a test over the answers that have this verdict."""
    chosen = [answer for answer in ANSWERS if answer.verdict == verdict]
    ids = [f"{answer.slug}: {answer.title}" for answer in chosen]
    return pytest.mark.parametrize("answer", chosen, ids=ids)


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


def numbers_and_names(text):
    """Return the numbers and the names in a sentence, apart."""
    return numbers(re.sub("`.*?`", "", text)), re.findall("`.*?`", text)


def gets_one_true_line_that_does_not_give_the_answer(answer):
    """Assert it of a wrong answer; the numbers and names of the line are those in the table."""
    about = About(answer.slug, student(answer.slug, answer.text))
    message = hint_to(answer.slug, about.names, Mistake, f"✗ {answer.slug}: ")
    assert is_true(message, about)
    (found, names), (wanted, known) = map(numbers_and_names, (message, answer.sentence))
    assert (found, names) == (pytest.approx(wanted, 0.01, 0.01, nan_ok=True), known)
    given_away = [e for e in expressions_of_the_solution(answer.slug) if e in squeeze(message)]
    assert not [e for e in given_away if e not in squeeze(answer.text)], message


@each_answer("wrong")
def test_a_wrong_answer_gets_one_true_line_that_does_not_give_the_answer(answer):
    gets_one_true_line_that_does_not_give_the_answer(answer)


@pytest.mark.parametrize("slug", CHECKED)
def test_an_exercise_has_12_right_and_25_wrong_answers_at_least_and_none_twice(slug):
    mine = [answer for answer in ANSWERS if answer.slug == slug]
    right, wrong = ([one for one in mine if one.verdict == v] for v in ("right", "wrong"))
    assert len(right) >= 12 and not any(answer.sentence for answer in right)
    assert len(wrong) >= 25 and all(answer.sentence for answer in wrong)
    assert len(right) + len(wrong) == len(mine)
    assert len({answer.title for answer in mine}) == len({a.text for a in mine}) == len(mine)


def test_the_readme_quotes_what_a_check_says():
    quoted = re.findall("`(✗ .+?)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert quoted and set(quoted) <= {answer.sentence for answer in ANSWERS}


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("load", "turned by a quarter"),
        ("blur", "ones, not divided"),
        ("blur", "the result upside down"),
        ("by-hand", "a mean for the sum"),
    ],
)
def test_a_wrong_answer_shows_what_was_given_made_and_expected(slug, title, monkeypatch):
    shown = []
    monkeypatch.setattr(checks, "get_ipython", lambda: True)
    monkeypatch.setattr(checks, "show_row", lambda *panels, **more: shown.append(panels))
    (wrong,) = (a for a in ANSWERS if (a.slug, a.title) == (slug, title))
    message = hint_to(slug, student(slug, wrong.text), Mistake, "✗ ")
    ((panels, alt),) = shown
    kernel = ["kernel"] if slug == "by-hand" else []
    assert list(panels) == ["given", *kernel, "yours", "expected"] and alt in message
    check(slug, solved(slug))
    assert len(shown) == 1


def test_pieces_that_look_the_same_are_not_shown(monkeypatch):
    shown = []
    monkeypatch.setattr(checks, "get_ipython", lambda: True)
    monkeypatch.setattr(checks, "show_row", lambda *panels, **more: shown.append(panels))
    names = solved("blur")
    for leak, figures in (-1, 0), (0.001, 0), (1, 1):  # below 0 all is black
        w = names["w"].clone()
        w[0, 1] = leak / 25
        hint_to("blur", names | {"w": w}, Mistake, "✗ blur: Pure green comes out as (")
        assert len(shown) == figures


def figure_of(by_hand, monkeypatch):
    """Return what `by-hand` shows of a wrong function: its panels, and that they can be drawn."""
    drawn = []
    monkeypatch.setattr(checks, "get_ipython", lambda: True)
    monkeypatch.setattr("practical.pictures.show", lambda figure, alt: drawn.append(figure))
    monkeypatch.setattr(
        checks, "show_row", lambda panels, *more, **others: (drawn.append(panels), show_row(panels))
    )
    hint_to("by-hand", {"conv2d_by_hand": by_hand}, Mistake, "✗ ")
    return drawn


def convolved(image, kernel):
    """Return a right result."""
    return torch.conv2d(image[None], kernel[None, None])[0]


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_a_wrong_convolution_by_hand_shows_one_window_that_one_can_add_up(columns, monkeypatch):
    def wrong(image, kernel):
        made = convolved(image, kernel)
        made[-1, 0] += 2 * (kernel.shape[1] == columns)
        return made

    panels, _ = figure_of(wrong, monkeypatch)
    assert panels["kernel"].shape == panels["given"].shape
    total = (panels["given"] * panels["kernel"]).sum()
    assert panels["expected"].tolist() == [[total]] and panels["yours"].tolist() == [[total + 2]]


def test_of_a_result_of_another_shape_all_is_shown_and_of_nan_nothing(monkeypatch):
    panels, _ = figure_of(lambda image, kernel: image, monkeypatch)
    assert [*panels] == ["given", "kernel", "yours", "expected"]
    assert panels["yours"].shape == panels["given"].shape != panels["expected"].shape
    assert figure_of(lambda *both: convolved(*both) * torch.nan, monkeypatch) == []
