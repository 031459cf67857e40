"""The helpers for pictures, and open_own_picture: NumPy and Pillow tell what is right."""

import io
import re
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from matplotlib.colors import hsv_to_rgb, to_rgb
from matplotlib.figure import Figure
from PIL import Image

from practical import mandrill
from practical.one_line import OneLine
from practical.own_picture import open_own_picture
from practical.pictures import draw_numbers, jpg_to_torch, show, show_row, torch_to_jpg
from target_pictures import pictures_of

# An exception or a warning where nobody can catch it, such as a file left open, fails a test.
pytestmark = pytest.mark.filterwarnings("error")
quick = settings(deadline=None, max_examples=15, derandomize=True)


def pixels(bands=None, dtype=np.uint8, elements=None):
    """Return a strategy for arrays `(H, W, bands)`, or `(H, W)` without bands, 1 to 7 a side."""
    sizes = st.tuples(st.integers(1, 7), st.integers(1, 7))
    shape = sizes if bands is None else sizes.map(lambda size: (*size, bands))
    return arrays(dtype, shape, elements=elements)


def picture_of(mode, samples):
    """Return a PIL picture of this mode with these raw samples."""
    if mode == "1":
        return Image.fromarray(samples)
    return Image.frombytes(mode, samples.shape[1::-1], np.ascontiguousarray(samples).tobytes())


def ramp(width, height, mode="L", darkest=0):
    """Return a picture that goes from black, or `darkest`, on the left to white on the right."""
    rows = np.tile(np.linspace(darkest, 255, width).round(), (height, 1))
    levels = (rows * 257).astype("<u2") if mode == "I;16" else rows.astype(np.uint8)
    return Image.fromarray(levels).convert(mode)


def encoded(picture, kind="PNG", **options):
    """Return the bytes of a file of this kind that holds the picture."""
    picture.save(file := io.BytesIO(), kind, **options)
    return file.getvalue()


def reopened(picture, kind="PNG", **options):
    """Return the picture as it comes back from a file."""
    return Image.open(io.BytesIO(encoded(picture, kind, **options)))


def exif_of(tag, value):
    """Return EXIF data of one entry."""
    exif = Image.Exif()
    exif[tag] = value
    return exif


def assert_pixels(tensor, expected, atol=0.0):
    """Assert that the tensor has its promised form and holds `expected`, `(H, W)` or with RGB."""
    expected = np.atleast_3d(np.asarray(expected, dtype=float))
    assert tensor.dtype == torch.float32 and tensor.is_contiguous()
    assert tensor.shape == (3, *expected.shape[:2])
    rgb = np.broadcast_to(expected, (*expected.shape[:2], 3))
    np.testing.assert_allclose(tensor.numpy().transpose(1, 2, 0), rgb, atol=atol, rtol=0)
    assert tensor.min() >= 0 and tensor.max() <= 255


def on_white(colors, alpha):
    return (colors * (alpha / 255.0) + 255 * (1 - alpha / 255.0))[..., :3]


RGB_OF_YCBCR = [[1, 1, 1], [0, -0.344136, 1.772], [1.402, -0.714136, 0]]
whole = pixels(None, "i4") | pixels(None, "i4", st.integers(0, 65535))
MODES = {  # raw samples, the colours that they stand for, grey levels of rounding
    "1": (pixels(dtype=bool), lambda s: s * 255, 0),
    "L": (pixels(), lambda s: s, 0),
    "RGB": (pixels(3), lambda s: s, 0),
    "RGBX": (pixels(4), lambda s: s[..., :3], 0),
    "LA": (pixels(2), lambda s: on_white(s[..., :1], s[..., 1:]), 1),
    "RGBA": (pixels(4), lambda s: on_white(s, s[..., 3:]), 1),
    "CMYK": (pixels(4), lambda s: (255.0 - s[..., :3]) * (255.0 - s[..., 3:]) / 255, 1),
    "YCbCr": (pixels(3), lambda s: ((s - (0, 128.0, 128)) @ RGB_OF_YCBCR).clip(0, 255), 2),
    "HSV": (pixels(3), lambda s: hsv_to_rgb(s / 255.0) * 255, 8),  # Pillow rounds the hue coarsely
    "I;16": (pixels(dtype="<u2"), lambda s: s / 257, 1e-4),
    "I;16L": (pixels(dtype="<u2"), lambda s: s / 257, 1e-4),
    "I;16B": (pixels(dtype=">u2"), lambda s: s / 257, 1e-4),
    "I": (whole, lambda s: (s / 257).clip(0, 255), 1e-4),
    "F": (pixels(None, "f4", st.integers(-300, 600)), lambda s: s.clip(0, 255), 0),
}


@pytest.mark.parametrize("mode", MODES)
@quick
@given(data=st.data())
def test_a_picture_has_the_colours_that_its_mode_means(mode, data):
    strategy, meaning, atol = MODES[mode]
    samples = data.draw(strategy)
    assert_pixels(jpg_to_torch(picture_of(mode, samples)), meaning(samples), atol)


def test_a_lab_picture_without_colour_comes_out_in_the_grey_of_its_lightness():
    lightness = Image.fromarray(np.arange(256, dtype=np.uint8)[None])
    neutral = Image.new("L", (256, 1), 128)
    lab = Image.merge("LAB", [lightness, neutral, neutral])
    cie = np.linspace(0, 100, 256)
    light = np.where(cie > 8, ((cie + 16) / 116) ** 3, cie / 903.3)
    srgb = np.where(light > 0.0031308, 1.055 * light ** (1 / 2.4) - 0.055, 12.92 * light)
    assert_pixels(jpg_to_torch(reopened(lab, "TIFF")), 255 * srgb[None], 2)


@quick
@given(samples=pixels(), palette=arrays("u1", (256, 3)), alpha=arrays("u1", (256, 1)))
def test_a_palette_is_looked_up_and_what_is_transparent_in_it_is_white(samples, palette, alpha):
    picture, colors = picture_of("P", samples), palette[samples]
    picture.putpalette(palette.tobytes())
    assert_pixels(jpg_to_torch(picture), colors)
    one = reopened(picture, transparency=int(samples[0, 0]))
    assert_pixels(jpg_to_torch(one), np.where((samples == samples[0, 0])[..., None], 255, colors))
    some = reopened(picture, transparency=alpha.tobytes())
    assert_pixels(jpg_to_torch(some), on_white(colors, alpha[samples]), 1)


@quick
@given(samples=pixels(3, "<u2", st.sampled_from([0, 100, 255])))
def test_the_transparent_colour_or_level_of_a_picture_becomes_white(samples):
    color, level = samples.astype(np.uint8), samples[..., 0]
    for mode, raw in ("RGB", color), ("L", color[..., 0]), ("I;16", level * 257):
        picture = reopened(picture_of(mode, raw), transparency=raw[0, 0].tolist())
        hidden = np.atleast_3d(raw == raw[0, 0]).all(axis=2, keepdims=True)
        expected = np.where(hidden, 255, color if mode == "RGB" else np.atleast_3d(level))
        assert_pixels(jpg_to_torch(picture), expected, 1e-4)


UPRIGHT = {  # by EXIF's definition: where the first row and the first column of the file belong
    1: lambda rows: rows,  # top, left
    2: lambda rows: rows[:, ::-1],  # top, right
    3: lambda rows: rows[::-1, ::-1],  # bottom, right
    4: lambda rows: rows[::-1],  # bottom, left
    5: lambda rows: rows.swapaxes(0, 1),  # left, top
    6: lambda rows: rows.swapaxes(0, 1)[:, ::-1],  # right, top
    7: lambda rows: rows.swapaxes(0, 1)[::-1, ::-1],  # right, bottom
    8: lambda rows: rows.swapaxes(0, 1)[::-1],  # left, bottom
}


@pytest.mark.parametrize("orientation", UPRIGHT)
@quick
@given(color=pixels(3), deep=pixels(dtype="<u2"))
def test_a_picture_turned_by_exif_comes_out_upright(orientation, color, deep):
    for mode, samples, scale in ("RGB", color, 1), ("I;16", deep, 257):
        picture = reopened(picture_of(mode, samples), exif=exif_of(0x0112, orientation))
        assert_pixels(jpg_to_torch(picture), UPRIGHT[orientation](samples / scale), 1e-4)


@quick
@given(samples=pixels(3))
def test_from_picture_to_tensor_and_back_nothing_changes(samples):
    picture = picture_of("RGB", samples)
    back = torch_to_jpg(there := jpg_to_torch(picture))
    assert (back.mode, back.size, back.tobytes()) == ("RGB", picture.size, samples.tobytes())
    assert torch.equal(jpg_to_torch(back), there)
    there.zero_()
    assert (picture.mode, picture.tobytes()) == ("RGB", samples.tobytes())


COLOR = [(3, 4, 5), (3, 1, 1), (3, 1, 5)]
GRAY = [(1, 4, 5), (4, 5), (1, 1, 1), (1, 1), (1, 5), (3, 5), (1, 5, 1)]
some = st.floats(-20, 280, width=16) | st.sampled_from([np.inf, -np.inf, 3e4, -3e4])
WIDTHS = dict.fromkeys(["float16", "bfloat16", "float32", "float64"], (np.float32, some))
for name in "uint8", "int8", "int16", "int32", "int64", "uint16", "uint32", "uint64":
    WIDTHS[name] = name, None
for name in "e4m3fn", "e5m2", "e4m3fnuz", "e5m2fnuz", "e8m0fnu":
    WIDTHS[f"float8_{name}"] = np.float32, st.sampled_from([1, 2, 64, 128])


@pytest.mark.parametrize("name", WIDTHS)
@quick
@given(shape=st.sampled_from(COLOR + GRAY), data=st.data())
def test_numbers_of_any_width_are_rounded_and_saturate_in_any_shape(name, shape, data):
    dtype, elements = WIDTHS[name]
    values = data.draw(arrays(dtype, shape, elements=elements))
    picture = torch_to_jpg(tensor := torch.tensor(values).to(getattr(torch, name)))
    levels = [round(min(max(number, 0), 255)) for number in tensor.flatten().tolist()]
    assert picture.mode == ("RGB" if shape in COLOR else "L")
    levels = np.reshape(levels, (-1, *shape[-2:])).transpose(1, 2, 0)
    np.testing.assert_array_equal(np.atleast_3d(np.asarray(picture)), levels)


ROUNDED = {  # a tensor of two dimensions, and the levels that it becomes
    "halves": (torch.tensor([[0.5, 1.5, 2.5, 253.5, 254.5, -0.5]]), [0, 2, 2, 254, 254, 0]),
    "doubles": (torch.tensor([[0.5 + 1e-9, 99.5 - 1e-9]], dtype=torch.float64), [1, 99]),
    "with a gradient": (torch.full((1, 2), 99.7, requires_grad=True), [100, 100]),
    "with strides of its own": (torch.arange(6.0).reshape(2, 3).T, [0, 3, 1, 4, 2, 5]),
}


@pytest.mark.parametrize("case", ROUNDED)
def test_numbers_are_taken_as_they_are_and_left_as_they_were(case):
    tensor, levels = ROUNDED[case]
    before = tensor.tolist(), tensor.requires_grad
    assert list(torch_to_jpg(tensor).tobytes()) == levels
    assert (tensor.tolist(), tensor.requires_grad) == before


THINGS = [None, "data/mandril.jpg", b"\xff\xd8", [[1.0]], 3.0, np.zeros((3, 2, 2)), Image]
SHAPES = [(), (3,), (0,), (0, 4), (3, 0, 4), (0, 4, 4), (2, 4, 4), (4, 4, 3), (1, 3, 4, 4)]
NOT_REAL = [torch.tensor([[True]]), torch.zeros(3, 2, 2, dtype=torch.complex64)]
NOT_REAL += [torch.tensor([[0.0, torch.nan]], dtype=d) for d in (torch.float32, torch.bfloat16)]
REFUSED = [
    *((jpg_to_torch, "a PIL picture, not a ", thing) for thing in [*THINGS, torch.ones(3, 9, 9)]),
    *((torch_to_jpg, "a torch tensor, not a ", thing) for thing in [*THINGS, ramp(9, 9)]),
    *((torch_to_jpg, "(3, H, W), (1, H, W) or ", torch.zeros(shape)) for shape in SHAPES),
    *((torch_to_jpg, "real numbers: no booleans, complex", tensor) for tensor in NOT_REAL),
]


@pytest.mark.parametrize(("function", "takes", "thing"), REFUSED)
def test_what_is_refused_is_named_in_one_sentence(function, takes, thing):
    with pytest.raises(ValueError) as caught:
        function(thing)
    text = str(caught.value)
    assert text.startswith(f"{function.__name__} takes {takes}") and text.endswith(".")
    assert "\n" not in text and len(text) < 200
    assert not takes.endswith(" a ") or text.endswith(f" not a {type(thing).__name__}.")
    assert "H, W" not in takes or f" {tuple(thing.shape)}." in text


def shown(function, *arguments):
    """Return the JPEG that `show` or `show_row` puts on the page, opened, and its words."""
    plt.switch_backend("agg")
    with pytest.MonkeyPatch.context() as patch:
        pages = []
        patch.setattr("practical.pictures.display", lambda data, **how: pages.append((data, how)))
        function(*arguments)
    ((data, options),) = pages
    assert options == {"raw": True} and set(data) == {"text/html", "text/plain"}
    ((jpeg, alt),) = pictures_of({"outputs": [{"data": data}]})
    assert alt == data["text/plain"]
    return Image.open(io.BytesIO(jpeg), formats=["JPEG"]), alt


@pytest.mark.parametrize("mode", ["L", "RGB", "1", "P", "LA", "RGBA", "CMYK", "I;16", "F"])
def test_show_puts_a_picture_of_any_mode_on_the_page_as_one_jpeg(mode):
    jpeg, words = shown(show, ramp(9, 5, mode, darkest=255), "A <ramp>")
    assert jpeg.size == (9, 5) and np.asarray(jpeg.convert("L")).min() >= 253
    assert re.match("A <ramp>: 9 × 5 pixels, mean (grey|RGB) of nine fields, row by row: ", words)


def test_show_puts_a_figure_on_the_page_as_one_jpeg_and_closes_it():
    figure = plt.figure(figsize=(3, 2))
    jpeg, words = shown(show, figure, "A figure")
    assert jpeg.size == (300, 200) and words == "A figure"
    assert not plt.fignum_exists(figure.number)


@pytest.mark.parametrize(("mode", "kind"), [("L", "grey"), ("RGB", "RGB")])
@quick
@given(data=st.data())
def test_a_picture_is_put_into_its_own_numbers(mode, kind, data):
    fields = data.draw(arrays("u1", (3, 3, len(mode))))
    samples = fields.repeat(4, axis=0).repeat(5, axis=1)
    steps = [abs(np.diff(samples.astype(int), axis=axis)).ravel() for axis in (0, 1)]
    means = [" ".join(map(str, field)) for field in fields.reshape(9, -1)]
    means = "; ".join(means) if len(set(means)) > 1 else f"all {means[0]}"
    picture = picture_of(mode, samples)
    picture.info["transparency"] = 0
    expected = f"mean {kind} of nine fields, row by row: {means}; neighbours differ by "
    expected += f"{np.concatenate(steps).mean():.1f}."
    assert shown(show, picture, "It")[1] == f"It: 15 × 12 pixels, {expected}"


def test_a_row_is_put_into_words_by_its_titles_and_all_its_numbers():
    numbers = torch.tensor([[1.0, -0.001], [-2.126, 1e6]], requires_grad=True)
    color = torch.ones(3, 6, 7) * torch.tensor([-1, 99.6, 300])[:, None, None]
    panels = {"w": numbers, "o": color, "a ramp": ramp(9, 5), "large": torch.zeros(9, 8)}
    jpeg, words = shown(show_row, panels)
    assert jpeg.width > 3 * jpeg.height
    titled = re.fullmatch(r"w: (.*)\. o: (.*)\. a ramp: (.*)\. large: (.*)\.", words)
    row, picture, grey, large = titled.groups()
    assert row == "1 0; -2.13 1e+06"
    assert picture.startswith("7 × 6 pixels, mean RGB of") and "all 0 100 255;" in picture
    assert grey.startswith("9 × 5 pixels, mean grey of nine fields, row by row: 32; 128; 223; 32;")
    assert large.startswith("8 × 9 pixels, mean grey of")
    assert shown(show_row, {"w": numbers}, "A row.")[1] == f"A row. w: {row}."


def drawn(values, **scale):
    """Return the squares, and the texts by their places, that draw_numbers makes of `values`."""
    draw_numbers(axis := Figure().subplots(), values, **scale)
    (squares,) = axis.images
    texts = {tuple(map(round, text.get_position())): text for text in axis.texts}
    assert len(texts) == len(axis.texts) == values.numel()
    return squares, texts


@settings(quick, max_examples=8)
@given(values=pixels(dtype=np.float32, elements=st.floats(-1000, 1000, width=32)))
def test_draw_numbers_writes_each_number_on_its_square_to_two_decimals_readably(values):
    squares, texts = drawn(torch.tensor(values, requires_grad=True))
    np.testing.assert_array_equal(squares.get_array(), values)
    for (row, column), value in np.ndenumerate(values):
        text = texts[column, row]
        assert float(text.get_text()) == pytest.approx(value, abs=0.0051, rel=1e-5)
        assert text.get_text() != "-0"
        square = np.dot(squares.to_rgba(value)[:3], (0.299, 0.587, 0.114))
        assert abs(square - np.mean(to_rgb(text.get_color()))) > 0.35


@pytest.mark.parametrize("values", [[[-3.0, 1.0]], [[2.0, 0.5]], [[0.0, 0.0]]])
def test_without_a_scale_zero_is_white_and_in_the_middle_of_orange_and_purple(values):
    squares, _ = drawn(torch.tensor(values))
    low, high = squares.get_clim()
    assert -low == high == (np.abs(values).max() or 1)
    (red, _, blue), white, (more_red, _, more_blue) = squares.to_rgba([low, 0, high])[:, :3]
    assert red > blue and white.min() > 0.95 and more_blue > more_red


def test_a_scale_that_is_given_is_used_as_it_is():
    squares, _ = drawn(torch.tensor([[10.0, 20.0]]), cmap="gray", vmin=0, vmax=255)
    assert squares.get_clim() == (0, 255) and squares.get_cmap().name == "gray"


def opened(folder, content):
    """Return what open_own_picture makes of a file: the tensor, or its one line as a str."""
    path = folder / "photo.jpg"  # whatever it holds
    path.write_bytes(content)
    try:
        tensor = open_own_picture(path)
    except OneLine as line:
        text = str(line)
        assert text.startswith(path.name) and text.endswith(".") and "\n" not in text
        return text
    assert tensor.dtype == torch.float32 and tensor.ndim == tensor.shape[0] == 3
    assert min(tensor.shape[1:]) == 64 or max(tensor.shape[1:]) <= 1024
    assert 0 <= tensor.min() <= tensor.max() <= 255
    return tensor


SIZES = {(4000, 3000): (768, 1024), (1024, 1025): (1024, 1023), (64, 64): (64, 64)} | {
    (6000, 70): (64, 5485)
}
SIZES |= dict.fromkeys([(1, 1), (3, 2), (64, 63)])


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_photo_is_shrunk_to_1024_pixels_or_named_too_small(size, kind, tmp_path):
    white = Image.new("RGB", size, "white")
    result = opened(tmp_path, encoded(white, kind, compress_level=1))
    if SIZES[size]:
        assert_pixels(result, np.full(SIZES[size], 255))
    else:
        assert "64 × 64" in result


KINDS = "L PNG, LA PNG, P PNG, 1 PNG, RGBA PNG, I;16 PNG, I;16 TIFF, F TIFF, RGB JPEG, CMYK JPEG"


@pytest.mark.parametrize("kind", f"{KINDS}, RGB GIF, RGB BMP".split(", "))
@pytest.mark.parametrize("size", [(1600, 400), (300, 70)], ids=["shrunk", "as it is"])
def test_a_picture_of_any_mode_is_opened_and_keeps_its_brightness(kind, size, tmp_path):
    mode, kind = kind.split()
    tensor = opened(tmp_path, encoded(ramp(*size, mode), kind))
    assert tensor.shape == (3, *((256, 1024) if size[0] > 1024 else (70, 300)))
    strips = tensor.unflatten(2, (4, -1)).mean(dim=(1, 3))
    np.testing.assert_allclose(strips, [[32, 96, 159, 223]] * 3, atol=6)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_turned_by_exif_is_opened_upright(kind, tmp_path):
    tensor = opened(tmp_path, encoded(ramp(1600, 400), kind, exif=exif_of(0x0112, 6)))
    assert tensor.shape == (3, 1024, 256)
    assert tensor[:, 0].mean() < 5 and tensor[:, -1].mean() > 250


def test_of_an_animation_the_first_frame_is_taken(tmp_path):
    first, *others = (Image.new("RGB", (90, 70), color) for color in ("#0a141e", "red", "blue"))
    film = encoded(first, "GIF", save_all=True, append_images=others)
    assert Image.open(io.BytesIO(film)).n_frames == 3
    assert_pixels(opened(tmp_path, film), np.full((70, 90, 3), (10, 20, 30)))


UNREADABLE = {
    "empty": b"",
    "a letter": b"a letter, not a picture",
    "only the first bytes of a PNG": b"\x89PNG\r\n\x1a\n",
    "only the first bytes of a JPEG": b"\xff\xd8",
    "a decompression bomb": b"P4 20000 10000\n" + bytes(2500 * 10000),
}
for kind in "JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP":
    for width in 200, 1600:
        noise = np.random.default_rng(0).integers(0, 256, (50, width, 3), dtype=np.uint8)
        file = encoded(Image.fromarray(noise), kind)
        UNREADABLE[f"a {kind} cut off, {width} pixels wide"] = file[: len(file) // 2]


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_line(kind, tmp_path):
    assert "cannot be used" in opened(tmp_path, UNREADABLE[kind])


def test_before_its_module_has_run_the_one_of_the_set_up_says_which_cell_to_run(monkeypatch):
    monkeypatch.setitem(sys.modules, "practical.own_picture", None)
    with pytest.raises(OneLine, match=r"first code cell below \*Your own picture\*"):
        mandrill.open_own_picture(Path("data"))


def test_a_path_may_be_a_text_and_without_a_picture_in_hand_nothing_is_returned(tmp_path):
    (tmp_path / "my_picture.png").write_bytes(encoded(ramp(80, 70), "PNG"))
    assert open_own_picture(str(tmp_path)).shape == (3, 70, 80)
    (tmp_path / "my_picture.png").unlink()
    with pytest.raises(OneLine, match=r"^Put a picture called"):
        open_own_picture(tmp_path)


def test_a_missing_file_is_one_line(tmp_path):
    with pytest.raises(OneLine, match=r"^missing\.jpg cannot be used"):
        open_own_picture(tmp_path / "missing.jpg")


def test_where_pillow_only_warns_of_a_bomb_no_warning_is_seen(tmp_path):
    result = opened(tmp_path, b"P4 10000 9000\n" + bytes(1250 * 9000))  # which is white
    assert "cannot be used" in result if isinstance(result, str) else result.min() == 255


def test_a_photo_whose_exif_is_damaged_gives_no_warning(tmp_path):
    photo = encoded(ramp(80, 70), "JPEG", exif=exif_of(0x010F, "maker" * 9))
    damaged = photo.replace(b"\0\0\0\x2e", b"\0\0\xff\xff", 1)
    with pytest.warns(UserWarning, match="larger than file|Truncated"):
        Image.open(io.BytesIO(damaged))
    assert_pixels(opened(tmp_path, damaged), Image.open(io.BytesIO(photo)))


@pytest.mark.parametrize("kind", ["JPEG RGB", "PNG P", "GIF RGB", "WEBP RGB", "DDS RGBA"])
@quick
@given(data=st.data())
def test_whatever_byte_is_damaged_it_is_a_picture_or_one_line(kind, tmp_path_factory, data):
    kind, mode = kind.split()
    damaged = bytearray(encoded(ramp(80, 70, mode), kind))
    damaged[data.draw(st.integers(0, min(len(damaged), 200) - 1))] = data.draw(st.integers(0, 255))
    opened(tmp_path_factory.getbasetemp(), damaged)
