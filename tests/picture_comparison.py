"""Compares pictures, which nbval leaves out: a function, and the pytest hook that calls it.

Four limits, in grey levels, tell noise from another picture. They were measured on the mandrill
(JPEG, quality 75 and 95) and on a figure of 225 annotated kernel values:

| mean difference         | noise reaches | limit | another picture begins at          |
|-------------------------|---------------|-------|------------------------------------|
| absolute, 4×4 pixels    | 30.4 (wrap)   | 35    | 42 (one digit, 6 points at 72 dpi) |
| signed, 32×32 pixels    | 4.0 (coder)   | 5     | 6.5 (the colour of one value)      |
| absolute, whole picture | 2.4 (coder)   | 2.7   | 3.1 (a Gaussian for a box blur)    |
| signed, whole picture   | 0.5 (±4)      | 0.7   | 1.0 (edges, 3 % brighter)          |

*wrap*: values 4e-4 apart on either side of 256, so that a pixel turns from 255 to 0;
*coder*: a JPEG coder in floating point instead of Pillow's (Pillow 11.3 and 13.0 agree exactly);
*±4*: uniform noise of up to four grey levels. Another JPEG quality is not noise.

Another matplotlib draws letters and ticks elsewhere, by whole pixels: between 3.10 and 3.11, up
to 206 grey levels over 4×4 pixels. Its figures are therefore compared by squares of 32×32 pixels,
which then differ by 9 at most, and by 20 or more in another figure; the limit is 15.

The numbers in an alt text are measured from the pixels, so they may differ by 1.
"""

import base64
import io
import re
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest
from nbval.plugin import IPyNbCell
from PIL import Image

# `make constraints` pins what the committed pictures were drawn with.
PINNED = (Path(__file__).resolve().parents[1] / "constraints.txt").read_text(encoding="utf-8")
DRAWN_WITH = re.search(r"^matplotlib==(\d+\.\d+)", PINNED, re.MULTILINE)[1]
SHOWN = re.compile(r'<img alt="([^"]*)" src="data:(image/\w+);base64,([^"]*)">')
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def picture_difference(committed, computed, matplotlib=f"{DRAWN_WITH}.0"):
    """Say in a sentence how two PIL pictures differ; None if nothing but noise tells them apart.

    Size and mode must be equal, pixels nearly so: see the limits in the module's docstring.
    `matplotlib` is the version that drew the computed one, if it is a figure.
    """
    from scipy.ndimage import uniform_filter  # takes a second, before the first test can begin

    for trait in ("size", "mode"):
        was, now = getattr(committed, trait), getattr(computed, trait)
        if was != now:
            return f"its {trait} is {now}, the committed picture's is {was}."
    drawn_alike = matplotlib.startswith(f"{DRAWN_WITH}.")
    if "dpi" in committed.info and not drawn_alike:  # only figures have dpi
        return _coarse_difference(committed, computed)
    signed = _pixels(computed) - _pixels(committed)
    # Shared among the colours only, or an opaque picture's alpha would dilute the difference.
    absolute = np.abs(signed).sum(axis=2, keepdims=True) / min(signed.shape[2], 3)
    for values, window, limit in ((absolute, 4, 35), (signed, 32, 5)):
        means = np.abs(uniform_filter(values, (window, window, 1)))
        row, column, _ = np.unravel_index(means.argmax(), means.shape)
        if means.max() > limit:
            where = f"{window}×{window} pixels around row {row}, column {column}"
            return f"{where} differ by {means.max():.1f} grey levels on average, limit {limit}."
    for values, what, limit in ((absolute, "its pixels", 2.7), (signed, "a channel's means", 0.7)):
        mean = np.abs(values.mean(axis=(0, 1))).max()
        if mean > limit:
            return f"{what} differ by {mean:.1f} grey levels on average, limit {limit}."
    return None


def _coarse_difference(committed, computed):
    size = [max(1, side // 32) for side in committed.size]
    squares = [
        np.asarray(picture.convert("RGB").resize(size, Image.Resampling.BOX), dtype=float)
        for picture in (committed, computed)
    ]
    difference = np.abs(squares[1] - squares[0]).max()
    if difference > 15:
        return f"32×32 pixels of the figure differ by {difference:.0f} grey levels, limit 15."
    return None


def _pixels(picture):
    if not picture.mode.startswith(("I", "F")):  # 16 or 32 bits would be cut off at 255
        picture = picture.convert("RGBA")
    return np.atleast_3d(np.asarray(picture, dtype=float))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Make nbval compare the pictures of each cell whose outputs it compares, decoded.

    They are JPEG or PNG outputs, or `show`'s `<img>` tags in HTML, whose other parts must be equal.
    Their number, types and alt texts must be as committed, their pixels nearly so. Under --nbval a
    committed cell that was never run fails as well, since nbval would compare nothing there.
    """
    if isinstance(item, IPyNbCell):
        # Beside a picture, plain text is its alt text once more.
        ours = {"text/html", "text/plain"} if _pictures(item.cell.outputs) else {"text/html"}
        item.parent.skip_compare = {*item.parent.skip_compare} - {"text/plain"} | ours
    result = yield  # raises what nbval finds
    if isinstance(item, IPyNbCell):
        if item.cell.execution_count is not None:
            if item.options["check"]:
                _compare_pictures(item)
        elif item.parent.compare_outputs and item.cell.source.strip():
            item.raise_cell_error(
                "The committed cell was never run: execute the notebook and commit it."
            )
    return result


def _compare_pictures(item):
    committed, computed = _pictures(item.cell.outputs), _pictures(item.test_outputs)
    if _html(item.cell.outputs) != _html(item.test_outputs):
        item.raise_cell_error("The HTML around the pictures is not the committed one.")
    if len(committed) != len(computed):
        item.raise_cell_error(
            f"Pictures committed: {len(committed)}, made by running the cell: {len(computed)}."
        )
    for number, pair in enumerate(zip(committed, computed, strict=True), 1):
        if difference := _output_difference(*pair):
            item.raise_cell_error(f"Picture {number} of {len(committed)}: {difference}")


def _pictures(outputs):
    pictures = []
    for data in (output.get("data", {}) for output in outputs):
        for mime in sorted({"image/jpeg", "image/png"} & set(data)):
            pictures.append({"alt text": None, "type": mime, "data": data[mime]})
        for alt, mime, encoded in SHOWN.findall(data.get("text/html", "")):
            pictures.append({"alt text": alt, "type": mime, "data": encoded})
    return pictures


def _html(outputs):
    texts = [output.get("data", {}).get("text/html", "") for output in outputs]
    return [rest for text in texts if (rest := SHOWN.sub("", text))]


def _output_difference(committed, computed):
    for trait in ("type", "alt text"):
        was, now = committed[trait], computed[trait]
        if not _same_words(str(was), str(now)):
            return f"its {trait} is {now!r}, the committed picture's is {was!r}."
    try:
        return picture_difference(_decode(committed), _decode(computed), version("matplotlib"))
    except (OSError, SyntaxError, ValueError) as error:
        return f"it cannot be decoded ({error}): execute the notebook and commit it."


def _same_words(one, two):
    pairs = zip(NUMBER.findall(one), NUMBER.findall(two), strict=False)
    near = all(abs(float(was) - float(now)) <= 1 for was, now in pairs)
    return near and NUMBER.sub("", one) == NUMBER.sub("", two)


def _decode(output):
    encoded = io.BytesIO(base64.b64decode(output["data"]))
    picture = Image.open(encoded, formats=[output["type"].removeprefix("image/")])
    picture.load()
    return picture
