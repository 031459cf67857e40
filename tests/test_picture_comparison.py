"""The comparison of pictures: what is noise and what is not, and how it works within nbval."""

import base64
import io
import subprocess
import sys
from itertools import combinations
from xml.etree import ElementTree

import nbformat
import numpy as np
import pytest
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image
from scipy.ndimage import correlate, gaussian_filter, uniform_filter

from notebooks import CHECKED, ROOT, SOLUTIONS, namespace, source
from notebooks import run as run_cell
from picture_comparison import SHOWN, picture_difference

MANDRILL = np.asarray(Image.open(ROOT / "data" / "mandril.jpg"), dtype=float)
LAPLACIAN = np.array([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]])[..., None]
EDGES = correlate(MANDRILL, LAPLACIAN)


def picture(values):
    return Image.fromarray(np.asarray(values).round().clip(0, 255).astype(np.uint8))


def encoded(image, mime="image/jpeg", **options):
    file = io.BytesIO()
    image.save(file, mime.removeprefix("image/"), **options)
    return file.getvalue()


def jpeg(values, quality=75):
    return Image.open(io.BytesIO(encoded(picture(values), quality=quality)))


def noise(amplitude):
    return np.random.default_rng(0).uniform(-amplitude, amplitude, MANDRILL.shape)


def colours_that_wrap(on_the_other_side=0):
    """A random kernel's picture, with some of the values just below 256 turned to 0."""
    kernel = np.random.default_rng(0).normal(0, (2 / 75) ** 0.5, (5, 5, 3))
    wrapped = correlate(MANDRILL, kernel) % 256
    wrapped.flat[np.argsort(wrapped, axis=None)[wrapped.size - on_the_other_side :]] = 0
    return jpeg(wrapped)


def drawn_kernel(first=0.04, numbers=True):
    kernel = np.full((5, 5), 0.04)
    kernel[0, 0] = first
    figure = Figure(figsize=(3, 3), dpi=72)
    axes = figure.add_subplot()
    axes.imshow(kernel, cmap="RdBu", vmin=-0.6, vmax=0.6)
    for (row, column), value in np.ndenumerate(kernel):
        axes.text(column, row, f"{value:.2f}" * numbers, ha="center", va="center", fontsize=6)
    file = io.BytesIO()
    figure.savefig(file)
    return Image.open(file)


def sixteen_bits(value):
    return Image.fromarray(np.full((9, 9), value, dtype=np.uint16))


def transparent(alpha):
    return Image.new("LA", (9, 9), (0, alpha))


NOISE = {
    "none": (jpeg(MANDRILL), jpeg(MANDRILL)),
    "four grey levels": (picture(MANDRILL), picture(MANDRILL + noise(4))),
    "a JPEG coder's": (jpeg(MANDRILL, 95), jpeg(MANDRILL, 94)),
    "values on both sides of 256": (colours_that_wrap(), colours_that_wrap(3)),
}


@pytest.mark.parametrize("kind", NOISE)
def test_noise_is_no_difference(kind):
    assert picture_difference(*NOISE[kind]) is None


BOX = uniform_filter(MANDRILL, (5, 5, 1))
GAUSSIAN = gaussian_filter(MANDRILL, 1.4, radius=2, axes=(0, 1))
GREY = MANDRILL.mean(axis=2, keepdims=True).repeat(3, axis=2)
COLOURS = drawn_kernel(numbers=False), drawn_kernel(0.07, numbers=False)
SIZE = "its size is (512, 511), the committed picture's is (512, 512)."
MODE = "its mode is L, the committed picture's is RGB."
OTHERS = {  # the committed picture and the computed one, and words on their difference
    "a Gaussian for a box blur": (jpeg(BOX), jpeg(GAUSSIAN), "its pixels"),
    "shifted by one pixel": (jpeg(MANDRILL), jpeg(np.roll(MANDRILL, 1, axis=1)), "4×4"),
    "3 % brighter": (jpeg(MANDRILL), jpeg(MANDRILL * 1.03), "32×32"),
    "3 % darker": (jpeg(MANDRILL), jpeg(MANDRILL * 0.97), "32×32"),
    "edges 3 % brighter": (jpeg(EDGES, 95), jpeg(EDGES * 1.03, 95), "a channel's means"),
    "red and blue exchanged": (jpeg(MANDRILL), jpeg(MANDRILL[..., ::-1]), "4×4"),
    "grey": (jpeg(MANDRILL), jpeg(GREY), "4×4"),
    "edges with the opposite sign": (jpeg(EDGES), jpeg(-EDGES), "4×4"),
    "one number": (drawn_kernel(), drawn_kernel(0.05), "4×4"),
    "one colour": (*COLOURS, "32×32"),
    "transparency": (transparent(255), transparent(247), "32×32"),
    "16 bits": (sixteen_bits(40000), sixteen_bits(50000), "10000.0"),
    "size": (picture(MANDRILL), picture(MANDRILL[1:]), SIZE),
    "mode": (picture(MANDRILL), picture(MANDRILL).convert("L"), MODE),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_another_picture_is_a_difference(kind):
    committed, computed, words = OTHERS[kind]
    assert words in picture_difference(committed, computed)


def committed_pictures():
    """Return `{(cell id, number): picture}` for all pictures that the solutions hold."""
    return {
        (cell.id, number): Image.open(io.BytesIO(base64.b64decode(tag[3])))
        for cell in SOLUTIONS.cells
        for output in cell.get("outputs", [])
        for number, tag in enumerate(SHOWN.finditer(output.get("data", {}).get("text/html", "")))
    }


def test_no_picture_of_the_solutions_passes_for_another():
    pictures = committed_pictures()
    assert len(pictures) > len(CHECKED)
    pairs = combinations(pictures, 2)
    assert [(a, b) for a, b in pairs if not picture_difference(pictures[a], pictures[b])] == []


def test_the_figure_of_times_is_the_committed_one_but_for_its_curves(monkeypatch):
    pages, sizes = [], [3, 5, 9, 17, 31, 63]
    monkeypatch.setattr("practical.pictures.display", lambda data, raw: pages.append(data))
    times = dict.fromkeys(("direct", "two passes", "FFT"), sizes)
    run_cell(source("separable-picture"), namespace() | {"sizes": sizes, "times": times})
    drawn = Image.open(io.BytesIO(base64.b64decode(SHOWN.search(pages[0]["text/html"])[3])))
    committed = committed_pictures()["separable-picture", 0]
    assert drawn.size == committed.size
    difference = np.abs(np.asarray(drawn, dtype=float) - np.asarray(committed, dtype=float))
    assert difference.mean() < 8  # 3 was seen; the other pictures differ by 10 and more


def test_the_difference_says_where_it_is():
    computed = picture(MANDRILL)
    computed.paste("blue", (300, 100, 304, 104))
    assert "around row 102, column 302" in picture_difference(picture(MANDRILL), computed)


def shown(colour="red", mime="image/jpeg", alt="A square."):
    """A picture as `show` displays it."""
    data = base64.b64encode(encoded(Image.new("RGB", (16, 16), colour), mime)).decode("ascii")
    return {"text/html": f'<img alt="{alt}" src="data:{mime};base64,{data}">', "text/plain": alt}


def cut_off():
    html = shown()["text/html"]
    return {"text/html": html[: len(html) // 8 * 4] + '">'}


def test_a_figure_of_another_matplotlib_may_have_its_letters_a_pixel_further():
    figure = drawn_kernel()
    moved = picture(np.roll(np.asarray(figure), 1, axis=(0, 1)))
    assert picture_difference(figure, moved)
    assert picture_difference(figure, moved, matplotlib="2.0.0") is None


def test_a_figure_of_another_matplotlib_must_still_show_the_same():
    difference = picture_difference(drawn_kernel(), drawn_kernel(first=-0.6), matplotlib="2.0.0")
    assert difference.startswith("32×32 pixels of the figure differ by")


def test_a_picture_that_matplotlib_did_not_draw_is_always_compared_in_full():
    moved = jpeg(np.roll(MANDRILL, 1, axis=1))
    assert picture_difference(jpeg(MANDRILL), moved, matplotlib="2.0.0")


def cell(committed=(), computed=(), source="", execution_count=1):
    displays = [f"display({data}, raw=True)" for data in computed]
    return new_code_cell(
        "\n".join([source, *displays]),
        execution_count=execution_count,
        outputs=[new_output("display_data", data) for data in committed],
    )


RED, BLUE = shown("red"), shown("blue")
DIFFERENT = {"committed": [RED], "computed": [BLUE]}
PNG, DISC = shown(mime="image/png"), shown(alt="A disc.")
TYPE = "its type is 'image/png', the committed picture's is 'image/jpeg'."
ALT = "its alt text is 'A disc.', the committed picture's is 'A square.'."
MEAN, NEAR, FAR = (shown(alt=f"Mean grey {mean}; 4e-14") for mean in ("7.2", "8.1", "8.3"))
CELLS = {  # what the report under --nbval says of a cell; --nbval-lax only of the last
    "same pictures": (cell([RED, BLUE], [RED, BLUE]), None),
    "another picture": (cell(**DIFFERENT), "Picture 1 of 1: 4×4 pixels"),
    "pictures in another order": (cell([RED, BLUE, RED], [RED, RED, BLUE]), "Picture 2 of 3"),
    "a missing picture": (cell([RED], []), "committed: 1, made by running the cell: 0."),
    "an extra picture": (cell([RED], [RED, BLUE]), "committed: 1, made by running"),
    "another type": (cell([RED], [PNG]), TYPE),
    "another alt text": (cell([RED], [DISC]), ALT),
    "a mean that differs by 1": (cell([MEAN], [NEAR]), None),
    "a mean that differs by more": (cell([MEAN], [FAR]), "its alt text is 'Mean grey 8.3;"),
    "other plain text": (cell([{"text/plain": "7"}], [{"text/plain": "8"}]), "Cell outputs differ"),
    "a picture cut off": (cell([cut_off()], [RED]), "it cannot be decoded"),
    "other text": (cell(source="print(1)"), "Cell outputs differ"),
    "a cell never run": (cell(source="1;", execution_count=None), "was never run"),
    "an empty cell": (cell(execution_count=None), None),
    "output ignored": (cell(**DIFFERENT, source="# NBVAL_IGNORE_OUTPUT"), None),
    "output checked": (cell(**DIFFERENT, source="# NBVAL_CHECK_OUTPUT"), "4×4"),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    """What pytest says of CELLS: for each option, {description: message, or None for a pass}."""
    folder = tmp_path_factory.mktemp("cells")
    notebook = folder / "cells.ipynb"
    nbformat.write(new_notebook(cells=[code_cell for code_cell, _ in CELLS.values()]), notebook)
    # Imports take most of the time: hence both runs at once, without plugins not needed here. The
    # configuration is named because the notebook lies elsewhere.
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-o", "addopts=", notebook]
    command += ["--disable-plugin-autoload", "-p", "nbval.plugin", "-p", "picture_comparison"]
    command += ["--nbval-current-env"]
    runs = {
        option: subprocess.Popen(
            [*command, option, f"--junitxml={folder / option}.xml"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for option in ("--nbval", "--nbval-lax")
    }
    messages = {}
    for option, run in runs.items():
        output, _ = run.communicate()
        assert run.returncode == pytest.ExitCode.TESTS_FAILED, output.decode()
        report = ElementTree.parse(folder / f"{option}.xml")
        failures = [case.findtext("failure") for case in report.iter("testcase")]
        messages[option] = dict(zip(CELLS, failures, strict=True))
    return messages


@pytest.mark.parametrize("option", ["--nbval", "--nbval-lax"])
@pytest.mark.parametrize("name", CELLS)
def test_nbval_reports_what_differs_and_nothing_else(verdicts, option, name):
    message, (_, words) = verdicts[option][name], CELLS[name]
    silent = words is None or (option == "--nbval-lax" and name != "output checked")
    assert message is None if silent else words in message
