"""The playground: kernels written as text, and the widgets that show what they do."""

import io
import re
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image
from scipy.ndimage import correlate

from notebooks import namespace
from practical.pictures import in_words
from practical.playground import apply_kernel, playground, read_kernel

NAMES = namespace("load", "playground-kernels")
IMG, KERNELS = NAMES["img"], NAMES["known_kernels"]


@pytest.fixture
def names():
    """What the student has by name."""
    return {"img": IMG}


@pytest.fixture
def widgets(names):
    """The widgets of a playground for these names, by what they are for."""
    left, screen = playground(KERNELS, lambda: names["img"]).children
    parts = "choice", "numbers", "divide", "status", "row", "column", "lens"
    return SimpleNamespace(**dict(zip(parts, left.children, strict=True)), screen=screen)


def shown(widgets):
    """Return the picture on the playground's screen as an array."""
    return np.asarray(Image.open(io.BytesIO(widgets.screen.value)))


@settings(deadline=None)
@given(
    arrays(int, array_shapes(min_dims=2, max_dims=2, max_side=31), elements=st.integers(-999, 999))
)
def test_a_kernel_is_read_as_it_is_written(numbers):
    rows = [" ".join(map(str, row)) for row in numbers]
    for text in "\n".join(rows), "; ".join(rows), f"\n{';'.join(rows).replace('-', '−')} \n\n":
        assert read_kernel(text).tolist() == numbers.tolist()


def test_decimals_and_fractions_are_numbers():
    numbers = read_kernel("1/4 0.25 -.25 2.5e-1 999999").tolist()
    assert numbers == [[0.25, 0.25, -0.25, 0.25, 999999]]


UNREADABLE = {
    "1 2\n3 x": "“x” is not a number",
    "1 nan": "“nan” is not a number",
    "1 -inf": "“-inf” is not a number",
    "-1e6": "“-1e6” is not a number below a million, such as 1, 0.5 or 1/9",
    "0,5": "“0,5” is not a number",
    "1/0": "“1/0” is not a number",
    "<b>1</b>": "“&lt;b&gt;1&lt;/b&gt;” is not a number",
    "1 2 3\n4 5": "one row has 3 numbers, another has 2",
    "": "from 1 to 31 rows and columns",
    " \n ": "from 1 to 31 rows and columns",
    "1 " * 32: "from 1 to 31 rows and columns",
    "1\n" * 32: "from 1 to 31 rows and columns",
}


@pytest.mark.parametrize("text", UNREADABLE)
def test_an_unreadable_kernel_leaves_the_picture_and_its_fault_is_named(widgets, text):
    before = widgets.screen.value
    widgets.numbers.value = text
    assert widgets.screen.value == before
    assert widgets.status.value.startswith("✗ ") and UNREADABLE[text] in widgets.status.value
    assert widgets.status.value.endswith("The picture stays as it was.")


@pytest.mark.parametrize("name", KERNELS)
def test_a_kernel_does_to_the_picture_what_scipy_says(name):
    kernel = np.array([line.split() for line in KERNELS[name].split(";")], dtype=float)
    total = kernel.sum()
    expected = np.stack(
        [correlate(channel, kernel / (total or 1), mode="nearest") for channel in IMG.numpy()]
    )
    expected = np.clip(expected + (128 if total == 0 else 0), 0, 255)
    picture, said = apply_kernel(IMG, read_kernel(KERNELS[name]), True)
    assert said == f"{len(kernel)} × {len(kernel)}, the numbers add up to {total:g}"
    difference = np.asarray(picture).transpose(2, 0, 1) - expected
    assert np.abs(difference).max() < 0.51


@pytest.mark.parametrize("text", ["1", "1 1", "1\n1\n1\n1", "0 0 1 0 0 0"])
def test_the_picture_keeps_its_size_whatever_the_kernel(text):
    picture, _ = apply_kernel(IMG, read_kernel(text), True)
    assert picture.size == (512, 512)


def test_the_ten_kernels_are_those_that_the_text_promises():
    edges = ["Laplacian of 4", "Laplacian of 8", "Sobel x", "Sobel y"]
    others = ["identity", "box blur", "Gaussian blur", "sharpen", "emboss"]
    assert list(KERNELS) == [*others, *edges, "random"]


@pytest.mark.parametrize("name", [name for name in KERNELS if name != "identity"])
def test_choosing_a_kernel_fills_in_its_numbers_and_changes_the_picture(widgets, name):
    before = widgets.screen.value
    widgets.choice.value = name
    assert (widgets.choice.value, widgets.numbers.value) == (
        name,
        KERNELS[name].replace("; ", "\n"),
    )
    assert widgets.screen.value != before
    assert shown(widgets).shape == (512, 512, 3)
    made, _ = apply_kernel(IMG, read_kernel(KERNELS[name]), True)
    assert widgets.screen.tooltip == in_words(made)


def test_editing_a_number_changes_the_picture_and_says_the_sum(widgets):
    before = widgets.screen.value
    widgets.numbers.value = "0 0 0\n0 1 0.5"
    assert widgets.screen.value != before
    assert widgets.status.value == "2 × 3, the numbers add up to 1.5"


def test_the_tick_divides_by_the_sum(widgets):
    widgets.numbers.value = "2"
    bright = shown(widgets).mean()
    widgets.divide.value = False
    assert shown(widgets).mean() > 1.5 * bright


def test_changed_numbers_are_called_so_and_the_kernel_can_be_chosen_again(widgets):
    widgets.choice.value = "sharpen"
    sharpen = widgets.numbers.value
    widgets.numbers.value = sharpen.replace("5", "6")
    assert widgets.choice.value == "your own numbers"
    widgets.choice.value = "sharpen"
    assert widgets.numbers.value == sharpen
    widgets.choice.value = "your own numbers"
    assert widgets.numbers.value == sharpen


@pytest.mark.parametrize("names", [{}, {"img": ...}], ids=["missing", "blank"])
def test_without_a_picture_the_playground_says_so_and_does_not_stop(names, widgets):
    assert widgets.status.value.startswith("✗ ")
    assert widgets.screen.value == b""


def test_the_playground_shows_the_picture_that_the_student_has_by_now(names, widgets):
    before = widgets.screen.value
    names["img"] = IMG.flip(1)
    widgets.choice.value = "sharpen"
    widgets.choice.value = "identity"
    assert widgets.screen.value != before


def test_every_widget_that_takes_input_is_labelled(widgets):
    for part in (widgets.choice, widgets.numbers, widgets.divide, widgets.row, widgets.column):
        assert part.description


def magnified(widgets):
    """Return what the lens says, and the numbers of each of its tables by its caption."""
    said, *tables = widgets.lens.value.split("<caption>")
    numbers = {table.partition("<")[0]: re.findall(r"<td>([-\d.e+]+)", table) for table in tables}
    return said, {caption: np.array(found, dtype=float) for caption, found in numbers.items()}


@pytest.mark.parametrize("name", [name for name in KERNELS if name != "identity"])
@pytest.mark.parametrize(("y", "x"), [(0, 0), (46, 354), (511, 511), (200, 0)])
def test_the_lens_shows_a_window_its_products_and_the_sum_that_scipy_finds_there(
    widgets, name, y, x
):
    widgets.choice.value, widgets.row.value, widgets.column.value = name, y, x
    kernel = np.array([line.split() for line in KERNELS[name].split(";")], dtype=float)
    kernel /= kernel.sum() or 1
    sum_there = correlate(IMG[1].numpy(), kernel, mode="nearest")[y, x]
    said, tables = magnified(widgets)
    assert f"Row {y}, column {x}, green" in said
    assert float(re.search(r"add up to (\S+)\.<", said)[1]) == pytest.approx(sum_there, 1e-3, 0.05)
    assert np.allclose(tables["kernel"], kernel.ravel(), 1e-3)
    assert np.allclose(tables["products"], tables["window"] * tables["kernel"], 2e-3, 0.02)
    assert tables["products"].sum() == pytest.approx(sum_there, 2e-3, 0.5)


def test_of_a_large_kernel_the_lens_says_the_sum_alone(widgets):
    widgets.numbers.value = "; ".join(8 * ["1 " * 8])
    said, tables = magnified(widgets)
    assert "the products add up to" in said and tables == {}


def test_the_lens_reaches_as_far_as_the_picture_that_is_there(names, widgets):
    names["img"] = IMG[:, :100, :200]
    widgets.choice.value = "sharpen"
    assert (widgets.row.max, widgets.column.max) == (99, 199)


def test_an_unreadable_kernel_leaves_the_lens_as_it_was(widgets):
    before = widgets.lens.value
    widgets.numbers.value = "x"
    assert before and widgets.lens.value == before


def test_without_ipywidgets_one_line_says_what_to_install_and_the_gallery_is_drawn(
    monkeypatch, capsys
):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    namespace("load", "playground-kernels", "playground", "playground-gallery")
    said, drawn = capsys.readouterr().out.splitlines()
    assert "needs ipywidgets: run  %pip install ipywidgets" in said
    assert all(f"{name}: 256 × 256 pixels, mean RGB of nine" in drawn for name in KERNELS)
