"""The playground: kernels written as text, and the widgets that show what they do."""

import io
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from scipy.ndimage import correlate

import practical

NAMES = practical.namespace("load", "playground-kernels", "playground")
KERNELS = NAMES["PLAYGROUND"]
IMG = NAMES["img"]


@pytest.fixture
def widgets():
    """The playground's widgets by what they are for."""
    left, screen = NAMES["playground"]().children
    choice, numbers, divide, status = left.children
    return {
        "choice": choice,
        "numbers": numbers,
        "divide": divide,
        "status": status,
        "screen": screen,
    }


def shown(widgets):
    """Return the picture on the playground's screen."""
    return Image.open(io.BytesIO(widgets["screen"].value))


@given(
    st.integers(1, 31).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(-999, 999), min_size=width, max_size=width),
            min_size=1,
            max_size=31,
        )
    )
)
def test_a_kernel_is_read_as_it_is_written(rows):
    text = "\n".join(" ".join(map(str, row)) for row in rows)
    assert NAMES["read_kernel"](text).tolist() == rows
    assert NAMES["read_kernel"](f"\n{text.replace('-', '−')}  \n\n").tolist() == rows


def test_decimals_and_fractions_are_numbers():
    assert NAMES["read_kernel"]("1/4 0.25 -.25 2.5e-1").tolist() == [[0.25, 0.25, -0.25, 0.25]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 2\n3 x", "“x” is not a number"),
        ("1 nan", "“nan” is not a number"),
        ("1 -inf", "“-inf” is not a number"),
        ("1e9", "“1e9” is not a number below a million, such as 1, 0.5 or 1/9"),
        ("0,5", "“0,5” is not a number"),
        ("1/0", "“1/0” is not a number"),
        ("1 2 3\n4 5", "one row has 3 numbers, another has 2"),
        ("", "from 1 to 31 rows and columns"),
        (" \n ", "from 1 to 31 rows and columns"),
        ("1 " * 32, "from 1 to 31 rows and columns"),
        ("1\n" * 32, "from 1 to 31 rows and columns"),
    ],
)
def test_what_cannot_be_read_is_named(text, words):
    with pytest.raises(ValueError, match=words):
        NAMES["read_kernel"](text)


@pytest.mark.parametrize("name", KERNELS)
def test_a_kernel_does_to_the_picture_what_scipy_says(name):
    kernel = np.array([line.split() for line in KERNELS[name].splitlines()], dtype=float)
    total = kernel.sum()
    expected = np.stack(
        [correlate(channel, kernel / (total or 1), mode="nearest") for channel in IMG.numpy()]
    )
    expected = np.clip(expected + (128 if total == 0 else 0), 0, 255)
    picture, said = NAMES["apply_kernel"](IMG, NAMES["read_kernel"](KERNELS[name]), True)
    assert said == pytest.approx(total)
    difference = np.asarray(picture).transpose(2, 0, 1) - expected
    assert np.abs(difference).max() < 0.51


@pytest.mark.parametrize("text", ["1", "1 1", "1\n1\n1\n1", "0 0 1 0 0 0"])
def test_the_picture_keeps_its_size_whatever_the_kernel(text):
    picture, _ = NAMES["apply_kernel"](IMG, NAMES["read_kernel"](text), True)
    assert picture.size == (512, 512)


def test_the_ten_kernels_are_those_that_the_text_promises():
    assert list(KERNELS) == [
        "identity",
        "box blur",
        "Gaussian blur",
        "sharpen",
        "emboss",
        "Laplacian of 4",
        "Laplacian of 8",
        "Sobel x",
        "Sobel y",
        "random",
    ]


@pytest.mark.parametrize("name", [name for name in KERNELS if name != "identity"])
def test_choosing_a_kernel_fills_in_its_numbers_and_changes_the_picture(widgets, name):
    before = widgets["screen"].value
    widgets["choice"].value = name
    assert widgets["numbers"].value == KERNELS[name]
    assert widgets["screen"].value != before
    assert shown(widgets).size == (512, 512)


def test_editing_a_number_changes_the_picture_and_says_the_sum(widgets):
    before = widgets["screen"].value
    widgets["numbers"].value = "0 0 0\n0 1 0.5\n0 0 0"
    assert widgets["screen"].value != before
    assert widgets["status"].value == "3 × 3, the numbers add up to 1.5"


def test_the_tick_divides_by_the_sum(widgets):
    widgets["numbers"].value = "2"
    bright = np.asarray(shown(widgets)).mean()
    widgets["divide"].value = False
    assert np.asarray(shown(widgets)).mean() > 1.5 * bright


@pytest.mark.parametrize("text", ["1 x", "inf", "", "1 2\n3", "<b>1</b>"])
def test_an_unreadable_kernel_leaves_the_picture_and_says_so(widgets, text):
    before = widgets["screen"].value
    widgets["numbers"].value = text
    assert widgets["screen"].value == before
    assert widgets["status"].value.startswith("✗ ")
    assert widgets["status"].value.endswith("The picture stays as it was.")
    assert "<" not in widgets["status"].value


def test_without_a_picture_the_playground_says_so_and_does_not_stop():
    names = practical.namespace("playground-kernels")
    names["img"] = ...
    practical.run(practical.source("playground"), names)
    left, screen = names["playground"]().children
    assert left.children[3].value.startswith("✗ ")
    assert screen.value == b""


def test_the_playground_shows_the_students_own_picture(widgets):
    before = widgets["screen"].value
    NAMES["img"] = IMG.flip(1)
    try:
        widgets["choice"].value = "sharpen"
        widgets["choice"].value = "identity"
        assert widgets["screen"].value != before
    finally:
        NAMES["img"] = IMG


def test_every_widget_that_takes_input_is_labelled(widgets):
    for name in ("choice", "numbers", "divide"):
        assert widgets[name].description


def test_changed_numbers_are_called_so_and_the_kernel_can_be_chosen_again(widgets):
    widgets["choice"].value = "sharpen"
    widgets["numbers"].value = KERNELS["sharpen"].replace("5", "6")
    assert widgets["choice"].value == "your own numbers"
    widgets["choice"].value = "sharpen"
    assert widgets["numbers"].value == KERNELS["sharpen"]
    widgets["choice"].value = "your own numbers"
    assert widgets["numbers"].value == KERNELS["sharpen"]


def test_without_ipywidgets_one_line_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    names = practical.namespace("load", "playground-kernels", "playground", "playground-gallery")
    printed = capsys.readouterr().out
    assert printed.count("\n") >= 1
    assert "The playground needs ipywidgets: run  %pip install ipywidgets" in printed
    assert "playground" in names
