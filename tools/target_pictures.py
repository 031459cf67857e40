"""Adds to the student notebook, folded, what each exercise should look like when it is solved.

The pictures are thumbnails of those in the solutions' own outputs, so they cannot drift from them.
"""

import base64
import html
import io
import re
from bisect import bisect_right
from functools import cache

from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_markdown_cell
from PIL import Image, ImageChops, ImageStat

PHOTO, FIGURE = (240, 240), (460, 380)  # pixels at most; in a figure numbers have to be read
LIMIT = 5_800  # bytes, so that a dozen of them leave the notebook small
DATA_URI = re.compile(r"data:image/(?:jpeg|webp);base64,([A-Za-z0-9+/=]+)")
SHOWN = re.compile(rf'<img alt="([^"]*)" src="{DATA_URI.pattern}">')  # what `show` displays


class TargetError(Exception):
    """Why a target cannot be made, as one sentence."""


def pictures_of(cell):
    """Yield `(JPEG bytes, alt text)` for each picture among the outputs of a code cell."""
    for output in cell.get("outputs", []):
        for alt, data in SHOWN.findall(output.get("data", {}).get("text/html", "")):
            yield base64.b64decode(data), html.unescape(alt)


@cache  # tests make the notebook many times
def thumbnail(jpeg):
    """Return the picture in `jpeg` as WebP within its size and LIMIT, as good as they allow."""
    try:
        picture = Image.open(io.BytesIO(jpeg))
        picture.thumbnail(FIGURE if picture.width > 512 else PHOTO)
    except OSError:
        raise TargetError("its picture cannot be decoded; execute the notebook again.") from None

    @cache
    def encoded(quality):
        picture.save(buffer := io.BytesIO(), format="WebP", quality=quality, method=6)
        return buffer.getvalue()

    qualities = range(2, 61, 2)
    too_large = bisect_right(qualities, LIMIT, key=lambda quality: len(encoded(quality)))
    return encoded(qualities[max(too_large - 1, 0)])


def target_cell(slug, jpeg, alt):
    """Return the folded Markdown cell that shows what the exercise `slug` makes."""
    uri = "data:image/webp;base64," + base64.b64encode(thumbnail(jpeg)).decode()
    folded = f'<img alt="The right result. {html.escape(alt)}" src="{uri}">'
    source = f"<details><summary>What you should see</summary>\n\n{folded}\n\n</details>"
    return new_markdown_cell(source, id=f"{slug}-target")


class AddTargets(Preprocessor):
    """Put a cell `slug-target` below the cell `slug` of every exercise that makes a picture.

    The picture is the first one of the cell `slug-picture`, or of `slug` itself. Outputs that vary
    from run to run (tagged `nbval-ignore-output`) are no target.
    """

    def preprocess(self, nb, resources):
        """Return the notebook with the target cells in place; raise TargetError if one fails."""
        cells = {cell.id: cell for cell in nb.cells}
        for slug in [name.removesuffix("-hints") for name in cells if name.endswith("-hints")]:
            if slug not in cells or f"{slug}-target" in cells:
                raise TargetError(f"Cell `{slug}-hints` needs a cell `{slug}`, and no target yet.")
            source = cells.get(f"{slug}-picture", cells[slug])
            if "nbval-ignore-output" in source.metadata.get("tags", []):
                continue
            try:
                made = [target_cell(slug, jpeg, alt) for jpeg, alt in pictures_of(source)][:1]
            except (TargetError, ValueError) as error:
                raise TargetError(f"Cell `{source.id}`: {error}") from None
            place = nb.cells.index(cells[slug]) + 1
            nb.cells[place:place] = made
        return nb, resources


def without_pictures(source):
    """Return `source` with its pictures taken out, so that no version of Pillow shows in it."""
    return DATA_URI.sub("data:image/webp;base64,", source)


def same_pictures(source, other):
    """Say whether two sources show the same pictures, whichever version of Pillow wrote them."""
    ours, theirs = DATA_URI.findall(source), DATA_URI.findall(other)
    same = (one == two or _nearly_equal(one, two) for one, two in zip(ours, theirs, strict=False))
    return len(ours) == len(theirs) and all(same)


def _nearly_equal(one, two):
    try:
        pictures = [Image.open(io.BytesIO(base64.b64decode(text))) for text in (one, two)]
    except (OSError, ValueError):  # not a picture any more
        return False
    if pictures[0].size != pictures[1].size or pictures[0].mode != pictures[1].mode:
        return False
    return max(ImageStat.Stat(ImageChops.difference(*pictures)).mean) < 2
