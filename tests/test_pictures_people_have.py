"""Every kind of picture file that people have comes out with the right colours, or is named.

As a program, `PYTHONPATH=.:tests python tests/test_pictures_people_have.py`, it writes the table
of docs/pictures.md.
"""

import io
import re
import struct
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from notebooks import ROOT
from practical.one_line import OneLine
from practical.own_picture import open_own_picture
from practical.pictures import jpg_to_torch

PAGE = ROOT / "docs/pictures.md"


def encoded(picture, kind="PNG", **options):
    """Return the bytes of a file of this kind that holds the picture."""
    picture.save(file := io.BytesIO(), kind, **options)
    return file.getvalue()


def flat(mode, color, size=(300, 200)):
    """Return a picture of one colour."""
    return Image.new(mode, size, color)


def lines(mode, side=2048):
    """Return white with a black line in every fourth row, which is 191.25 on the average."""
    rows = np.full((side, side), 255, dtype=np.uint8)
    rows[::4] = 0
    return Image.fromarray(rows).convert(mode)


def icc_profile(space, gamma):
    """Return an ICC profile (version 2) of sRGB's primaries, or of greys, with another gamma.

    By the specification ICC.1:2001-04: a header of 128 bytes, a table of tags, the tags.
    """
    curve = b"curv" + bytes(4) + struct.pack(">IHxx", 1, round(gamma * 256))

    def point(x, y, z):
        return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(n * 65536) for n in (x, y, z)))

    tags = {b"wtpt": point(0.9642, 1, 0.8249), b"desc": b"desc" + bytes(4) + bytes(86)}
    if space == b"RGB ":
        columns = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
        tags |= {b"rgb"[n : n + 1] + b"XYZ": point(*columns[n]) for n in range(3)}
        tags |= {b"rgb"[n : n + 1] + b"TRC": curve for n in range(3)}
    else:
        tags[b"kTRC"] = curve
    table, body, start = struct.pack(">I", len(tags)), b"", 132 + 12 * len(tags)
    for name, tag in tags.items():
        table += name + struct.pack(">II", start + len(body), len(tag))
        body += tag
    whole = table + body
    header = struct.pack(">I4sI", 128 + len(whole), bytes(4), 0x02100000) + b"mntr" + space
    header += b"XYZ " + bytes(12) + b"acsp" + bytes(28)
    return header + struct.pack(">3i", 63190, 65536, 54061) + bytes(48) + whole


def in_srgb(level, gamma):
    """Return the sRGB level of a level that was written with this gamma, by IEC 61966-2-1."""
    light = (level / 255) ** gamma
    return 255 * (1.055 * light ** (1 / 2.4) - 0.055 if light > 0.0031308 else 12.92 * light)


ORIENTED = Image.Exif()
ORIENTED[0x0112] = 6
RED, GREEN = flat("RGB", (200, 30, 40)), flat("RGB", (40, 200, 30))
MIDDLE = in_srgb(100, 1.0), in_srgb(150, 1.0), in_srgb(200, 1.0)
FLOATS = Image.fromarray(np.full((200, 300), 0.4, dtype=np.float32))
LEVELS = Image.fromarray(np.full((200, 300), 102.0, dtype=np.float32))
HALF = {"CMYK": (0, 127, 255, 0), "YCbCr": (80, 90, 240), "HSV": (40, 255, 200)}
PALETTE = flat("P", 3)
PALETTE.putpalette(bytes(range(256)) * 3)
SOME = "RGB", (100, 150, 200)
LINEAR, GREYS = icc_profile(b"RGB ", 1.0), icc_profile(b"GRAY", 1.0)

# A file's bytes, then its mean colour, or what is said of it.
KINDS = {
    "JPEG": (lambda: encoded(RED, "JPEG", quality=95), (200, 30, 40)),
    "JPEG, turned by EXIF": (
        lambda: encoded(RED, "JPEG", quality=95, exif=ORIENTED),
        (200, 30, 40),
    ),
    "JPEG, CMYK as Adobe writes it": (
        lambda: encoded(flat("CMYK", HALF["CMYK"]), "JPEG"),
        (255, 128, 0),
    ),
    "JPEG, grey": (lambda: encoded(flat("L", 77), "JPEG"), 77),
    "WebP": (lambda: encoded(RED, "WEBP", lossless=True), (200, 30, 40)),
    "AVIF": (lambda: encoded(RED, "AVIF", quality=100), (200, 30, 40)),
    "GIF, animated: its first frame": (
        lambda: encoded(RED, "GIF", save_all=True, append_images=[GREEN]),
        (200, 30, 40),
    ),
    "PNG, 16 bits": (lambda: encoded(Image.new("I;16", (4096, 3000), 30000)), 30000 / 257),
    "TIFF, 16 bits, the other byte order": (
        lambda: encoded(flat("I;16B", 30000), "TIFF"),
        30000 / 257,
    ),
    "PNG, 1 bit, thin lines": (lambda: encoded(lines("1")), 191.25),
    "PNG, palette, thin lines": (lambda: encoded(lines("P")), 191.25),
    "PNG, half transparent": (lambda: encoded(flat("RGBA", (0, 0, 0, 128))), 127),
    "PNG, palette with a transparent colour": (
        lambda: encoded(PALETTE, transparency=3),
        255,
    ),
    "PNG, grey and half transparent": (lambda: encoded(flat("LA", (0, 128))), 127),
    "TIFF, Lab": (lambda: encoded(flat("LAB", (100, 128, 128), (1100, 700)), "TIFF"), 92),
    "TIFF, YCbCr": (
        lambda: encoded(flat("YCbCr", HALF["YCbCr"]), "TIFF"),
        tuple(flat("YCbCr", HALF["YCbCr"]).convert("RGB").getpixel((0, 0))),
    ),
    "TIFF, floats from 0 to 1": (lambda: encoded(FLOATS, "TIFF"), 102),
    "TIFF, floats from 0 to 255": (lambda: encoded(LEVELS, "TIFF"), 102),
    "PNG with a profile that is not sRGB": (
        lambda: encoded(flat(*SOME), icc_profile=LINEAR),
        MIDDLE,
    ),
    "PNG, transparent, with such a profile": (
        lambda: encoded(flat("RGBA", (100, 150, 200, 255)), icc_profile=LINEAR),
        MIDDLE,
    ),
    "PNG, grey, with such a profile": (
        lambda: encoded(flat("L", 100), icc_profile=GREYS),
        in_srgb(100, 1.0),
    ),
    "PNG, palette, with such a profile": (
        lambda: encoded(flat(*SOME).quantize(2), icc_profile=LINEAR),
        MIDDLE,
    ),
    "PNG with a damaged profile": (lambda: encoded(flat(*SOME), icc_profile=b"damaged"), SOME[1]),
    "a panorama of 20,000 × 1,080": (lambda: encoded(flat("L", 50, (20_000, 1080))), 50),
    "a screenshot of 1,080 × 20,000": (lambda: encoded(flat("L", 50, (1080, 20_000))), 50),
    "95 megapixels": (lambda: encoded(flat("1", 1, (10_000, 9_500))), 255),
    "more than 100 megapixels": (
        lambda: encoded(flat("1", 1, (11_000, 9_500))),
        "it has more than 100 megapixels: save it smaller",
    ),
    "200 megapixels": (
        lambda: encoded(flat("1", 1, (20_000, 10_000))),
        "it has more than 100 megapixels: save it smaller",
    ),
    "less than 64 pixels wide": (
        lambda: encoded(flat("L", 0, (63, 200))),
        "64 × 64 pixels are the least",
    ),
    "HEIC": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "it is HEIC: save it as JPEG or PNG"),
    "SVG": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "it is SVG: save it as JPEG or PNG",
    ),
    "PDF": (lambda: b"%PDF-1.7\n", "it is PDF: save it as JPEG or PNG"),
    "a web page that was saved": (
        lambda: b"<!doctype html><html>",
        "it is HTML: save it as JPEG or PNG",
    ),
    "a text": (lambda: b"mandrill", "it is of a kind that is not read: save it as JPEG or PNG"),
    "nothing": (lambda: b"", "it is empty"),
}


@cache
def comes_out(kind):
    """Return the mean colour of the picture in a file of this kind, or what is said of it."""
    with tempfile.TemporaryDirectory() as folder:
        return opened(Path(folder), KINDS[kind][0]())


def opened(folder, content):
    """Return the mean colour of the picture in a file, or what is said of it."""
    (folder / "my_picture").write_bytes(content)
    try:
        img = open_own_picture(folder / "my_picture")
    except OneLine as why:
        return re.fullmatch(
            r"my_picture cannot be used \((.*)\)\. Try another picture\.", str(why)
        )[1]
    assert img.dtype == torch.float32 and img.ndim == img.shape[0] == 3
    assert min(img.shape[1:]) >= 64 and 0 <= img.min() <= img.max() <= 255
    return img.mean(dim=(1, 2)).tolist()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_any_kind_keeps_its_colours_or_is_named(kind):
    _, wanted = KINDS[kind]
    if isinstance(wanted, str):
        assert comes_out(kind) == wanted
    else:
        assert comes_out(kind) == pytest.approx(np.broadcast_to(wanted, 3), abs=1.5)


def table():
    """Return the kinds and what comes out of each, as a Markdown table."""
    rows = "| a file of this kind | comes out as |\n|---|---|\n"
    for kind in KINDS:
        out = comes_out(kind)
        said = out if isinstance(out, str) else "a mean of " + ", ".join(f"{n:.0f}" for n in out)
        rows += f"| {kind} | {said} |\n"
    return rows


def test_the_table_in_the_documentation_is_what_comes_out():
    assert table() in PAGE.read_text("utf-8")


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        ((20_000, 1080), (64, 1185)),
        ((70, 6000), (5485, 64)),
        ((4000, 1000), (256, 1024)),
        ((300, 200), (200, 300)),
    ],
)
def test_the_short_side_keeps_64_pixels_however_long_the_other_is(size, shape):
    assert jpg_to_torch(Image.new("L", size), side=1024).shape == (3, *shape)


def test_a_premultiplied_picture_is_put_on_white():
    for mode, color in ("La", (50, 100)), ("RGBa", (50, 50, 50, 100)):
        assert jpg_to_torch(Image.new(mode, (2, 2), color)).mean().item() == pytest.approx(
            205, abs=1
        )


def test_16_bits_that_are_nearly_black_stay_so():
    assert jpg_to_torch(Image.new("I;16", (2000, 90), 100), side=1024).max() < 1


BESIDE = {
    "my_picture.jpg:Zone.Identifier": b"[ZoneTransfer]\nZoneId=3\n",
    ".DS_Store": b"\0",
    "._my_picture.jpg": b"\0",
    "mandril.jpg": encoded(GREEN, "JPEG"),
}


@pytest.mark.parametrize(
    "name",
    ["my_picture.jpg", "My_Picture.JPG", "my picture.png", "my_picture", "my_picture (1).jpeg"],
)
def test_a_picture_of_ones_own_is_found_whatever_stands_beside_it(name, tmp_path, capsys):
    for other, content in BESIDE.items():
        (tmp_path / other).write_bytes(content)
    (tmp_path / name).write_bytes(encoded(RED))
    img = open_own_picture(tmp_path)
    assert img.mean(dim=(1, 2)).tolist() == [200, 30, 40]
    assert capsys.readouterr().out == f"This is {name}, PNG, as (3, 200, 300).\n"


def test_a_picture_that_cannot_be_read_is_named_and_the_one_beside_it_taken(tmp_path, capsys):
    (tmp_path / "my_picture.heic").write_bytes(KINDS["HEIC"][0]())
    (tmp_path / "my_picture.jpg").write_bytes(encoded(RED))
    assert open_own_picture(tmp_path).shape == (3, 200, 300)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("my_picture.heic cannot be used (it is HEIC")
    assert second.startswith("This is my_picture.jpg")


def test_without_a_picture_img_stays_and_the_cell_says_where_to_put_one(tmp_path, capsys):
    assert open_own_picture(tmp_path, otherwise="img") == "img"
    said = capsys.readouterr().out
    assert said.startswith("Put a picture called my_picture.jpg") and str(tmp_path) in said


def main():
    text = PAGE.read_text("utf-8")
    PAGE.write_text(text[: text.index("| a file")] + table(), encoding="utf-8")


if __name__ == "__main__":
    main()
