"""jpg_to_torch, torch_to_jpg, show, draw_numbers, open_own_picture: NumPy and Pillow tell right."""

import colorsys
import io
import struct
import warnings
import zlib

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from matplotlib.figure import Figure
from PIL import Image

from practical import namespace
from target_pictures import pictures_of

NAMES = namespace("own-open")
jpg_to_torch, torch_to_jpg = NAMES["jpg_to_torch"], NAMES["torch_to_jpg"]
draw_numbers, open_own_picture = NAMES["draw_numbers"], NAMES["open_own_picture"]
OneLine = NAMES["OneLine"]

ORIENTATION = 0x0112  # the EXIF tag
quick = settings(deadline=None, max_examples=15, derandomize=True)
sizes = st.tuples(st.integers(1, 7), st.integers(1, 7))


def pixels(bands, dtype=np.uint8, **options):
    """Return a strategy for arrays `(H, W, bands)`, or `(H, W)` without bands, 1 to 7 a side."""
    shape = sizes if bands is None else sizes.map(lambda size: (*size, bands))
    return arrays.arrays(dtype, shape, **options)


def picture_of(mode, values):
    """Return a PIL picture of this mode whose raw samples are `values`."""
    return Image.frombytes(mode, values.shape[1::-1], np.ascontiguousarray(values).tobytes())


def reopened(picture, **options):
    """Return the picture as it comes back from a PNG file."""
    file = io.BytesIO()
    picture.save(file, "PNG", **options)
    return Image.open(io.BytesIO(file.getvalue()))


def assert_pixels(tensor, expected, atol=0.0):
    """Assert that the tensor has its promised form and holds `expected`, `(H, W)` or with RGB."""
    expected = np.asarray(expected, dtype=float)
    if expected.ndim == 2:
        expected = np.repeat(expected[:, :, None], 3, axis=2)
    assert tensor.dtype == torch.float32
    assert tensor.is_contiguous()
    assert tensor.shape == (3, *expected.shape[:2])
    np.testing.assert_allclose(tensor.numpy().transpose(1, 2, 0), expected, atol=atol, rtol=0)
    assert tensor.min() >= 0
    assert tensor.max() <= 255


def on_white(colors, alpha):
    return (colors * (alpha / 255.0) + 255 * (1 - alpha / 255.0))[..., :3]


def rgb_of_cmyk(samples):
    return (255.0 - samples[..., :3]) * (255.0 - samples[..., 3:]) / 255


def rgb_of_ycbcr(samples):
    y, cb, cr = np.moveaxis(samples.astype(float) - (0, 128, 128), 2, 0)
    rgb = y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb
    return np.stack(rgb, axis=2).clip(0, 255)


def rgb_of_hsv(samples):
    return np.apply_along_axis(lambda hsv: np.multiply(colorsys.hsv_to_rgb(*hsv), 255), 2, samples)


FORMULAS = {  # mode: samples a pixel, the colours that they stand for, grey levels of rounding
    "L": (None, lambda s: s, 0),
    "RGB": (3, lambda s: s, 0),
    "RGBX": (4, lambda s: s[..., :3], 0),
    "LA": (2, lambda s: np.repeat(on_white(s[..., :1], s[..., 1:]), 3, axis=2), 1),
    "RGBA": (4, lambda s: on_white(s, s[..., 3:]), 1),
    "CMYK": (4, rgb_of_cmyk, 1),
    "YCbCr": (3, rgb_of_ycbcr, 2),
    "HSV": (3, lambda s: rgb_of_hsv(s / 255.0), 8),  # Pillow rounds the hue coarsely
}


@pytest.mark.parametrize("mode", FORMULAS)
def test_a_picture_of_eight_bits_has_the_colours_that_its_mode_means(mode):
    bands, formula, atol = FORMULAS[mode]

    @quick
    @given(samples=pixels(bands))
    def check(samples):
        assert_pixels(jpg_to_torch(picture_of(mode, samples)), formula(samples), atol)

    check()


@quick
@given(samples=pixels(None, bool))
def test_black_and_white_becomes_0_and_255(samples):
    assert_pixels(jpg_to_torch(Image.fromarray(samples)), samples * 255)


def test_a_lab_picture_without_colour_comes_out_in_the_grey_of_its_lightness():
    lightness = Image.fromarray(np.arange(256, dtype=np.uint8)[None])
    neutral = Image.new("L", (256, 1), 128)
    file = io.BytesIO()
    Image.merge("LAB", [lightness, neutral, neutral]).save(file, "TIFF")
    cie = np.linspace(0, 100, 256)
    light = np.where(cie > 8, ((cie + 16) / 116) ** 3, cie / 903.3)
    srgb = np.where(light > 0.0031308, 1.055 * light ** (1 / 2.4) - 0.055, 12.92 * light)
    assert_pixels(jpg_to_torch(Image.open(file)), 255 * srgb[None], 2)


@pytest.mark.parametrize("mode", ["I;16", "I;16L", "I;16B", "I"])
def test_sixteen_bits_are_brought_to_0_to_255_without_loss(mode):
    dtype = {"I;16B": ">u2", "I": np.int32}.get(mode, "<u2")

    @quick
    @given(samples=pixels(None, dtype, elements=st.integers(0, 65535)))
    def check(samples):
        assert_pixels(jpg_to_torch(picture_of(mode, samples)), samples / 257.0, 1e-4)

    check()


@quick
@given(samples=pixels(None, np.int32))
def test_whole_numbers_beyond_sixteen_bits_saturate(samples):
    expected = (samples / 257.0).clip(0, 255)
    assert_pixels(jpg_to_torch(picture_of("I", samples)), expected, 1e-4)


@quick
@given(samples=pixels(None, np.float32, elements=st.integers(-300, 600)))
def test_a_float_picture_keeps_its_grey_levels_and_saturates(samples):
    assert_pixels(jpg_to_torch(picture_of("F", samples)), samples.clip(0, 255))


@quick
@given(
    samples=pixels(None),
    palette=arrays.arrays(np.uint8, (256, 3)),
    alpha=arrays.arrays(np.uint8, 256),
)
def test_a_palette_is_looked_up_and_what_is_transparent_in_it_becomes_white(
    samples, palette, alpha
):
    picture = picture_of("P", samples)
    picture.putpalette(palette.tobytes())
    assert_pixels(jpg_to_torch(picture), palette[samples])
    entirely = int(samples[0, 0])
    hidden = np.where((samples == entirely)[..., None], 255, palette[samples])
    assert_pixels(jpg_to_torch(reopened(picture, transparency=entirely)), hidden)
    partly = on_white(palette[samples], alpha[samples][..., None])
    assert_pixels(jpg_to_torch(reopened(picture, transparency=alpha.tobytes())), partly, 1)


@quick
@given(samples=pixels(3, elements=st.sampled_from([0, 128, 255])))
def test_the_transparent_colour_of_an_rgb_picture_becomes_white(samples):
    hidden = samples[0, 0]
    expected = np.where((samples == hidden).all(axis=2, keepdims=True), 255, samples)
    picture = reopened(picture_of("RGB", samples), transparency=tuple(map(int, hidden)))
    assert_pixels(jpg_to_torch(picture), expected)


@quick
@given(samples=pixels(None, elements=st.sampled_from([0, 128, 255])))
def test_the_transparent_level_of_a_grey_picture_becomes_white(samples):
    hidden = int(samples[0, 0])
    picture = reopened(picture_of("L", samples), transparency=hidden)
    assert_pixels(jpg_to_torch(picture), np.where(samples == hidden, 255, samples))


@quick
@given(samples=pixels(None, "<u2", elements=st.sampled_from([0, 257, 40000, 65535])))
def test_the_transparent_level_of_a_grey_picture_of_sixteen_bits_becomes_white(samples):
    hidden = int(samples[0, 0])
    picture = reopened(picture_of("I;16", samples), transparency=hidden)
    assert_pixels(jpg_to_torch(picture), np.where(samples == hidden, 255, samples / 257), 1e-4)


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
def test_a_picture_turned_by_exif_comes_out_upright(orientation):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation

    @quick
    @given(color=pixels(3), deep=pixels(None, "<u2"))
    def check(color, deep):
        turned = reopened(picture_of("RGB", color), exif=exif)
        assert_pixels(jpg_to_torch(turned), UPRIGHT[orientation](color))
        turned = reopened(picture_of("I;16", deep), exif=exif)
        assert_pixels(jpg_to_torch(turned), UPRIGHT[orientation](deep / 257), 1e-4)

    check()


def test_of_an_animation_the_first_frame_is_taken():
    frames = [Image.new("P", (3, 2), index) for index in range(3)]
    for frame in frames:
        frame.putpalette([10, 20, 30, 200, 100, 0, 0, 0, 255])
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    with Image.open(file) as animation:
        assert animation.n_frames == 3
        assert_pixels(jpg_to_torch(animation), np.full((2, 3, 3), (10, 20, 30)))


def test_the_picture_itself_is_left_as_it_was():
    picture = picture_of("RGB", np.arange(18, dtype=np.uint8).reshape(2, 3, 3))
    before = picture.tobytes()
    jpg_to_torch(picture).zero_()
    assert (picture.mode, picture.size, picture.tobytes()) == ("RGB", (3, 2), before)


def assert_one_sentence(error, function):
    text = str(error)
    assert text.startswith(function)
    assert text.endswith(".")
    assert "\n" not in text
    assert len(text) < 200


@pytest.mark.parametrize(
    "thing",
    [None, "data/mandril.jpg", b"\xff\xd8", np.zeros((2, 2, 3)), torch.zeros(3, 2, 2), Image],
    ids=lambda thing: type(thing).__name__,
)
def test_jpg_to_torch_says_in_one_sentence_that_something_is_no_picture(thing):
    with pytest.raises(ValueError) as caught:
        jpg_to_torch(thing)
    assert_one_sentence(caught.value, "jpg_to_torch takes a PIL picture")
    assert type(thing).__name__ in str(caught.value)


def levels_of(tensor):
    """Return as an array what Python makes of the tensor's numbers: rounded, within 0 to 255."""
    numbers = tensor.detach().flatten().tolist()
    rounded = [round(min(max(number, 0), 255)) for number in numbers]
    return np.array(rounded, np.uint8).reshape(tensor.shape)


FORMS = {  # shape of the tensor: mode of the picture, and its shape as an array
    (3, 4, 5): ("RGB", (4, 5, 3)),
    (1, 4, 5): ("L", (4, 5)),
    (4, 5): ("L", (4, 5)),
    (3, 1, 1): ("RGB", (1, 1, 3)),
    (1, 1, 1): ("L", (1, 1)),
    (1, 1): ("L", (1, 1)),
    (1, 5): ("L", (1, 5)),
    (3, 5): ("L", (3, 5)),
    (3, 1, 5): ("RGB", (1, 5, 3)),
    (1, 5, 1): ("L", (5, 1)),
}
FLOATS = "float16", "bfloat16", "float32", "float64"
INTEGERS = "uint8", "int8", "int16", "int32", "int64", "uint16", "uint32", "uint64"
EIGHT_BIT_FLOATS = "e4m3fn", "e5m2", "e4m3fnuz", "e5m2fnuz", "e8m0fnu"


@pytest.mark.parametrize("shape", FORMS, ids=str)
def test_the_three_shapes_of_a_picture_give_its_mode_and_its_size(shape):
    mode, size = FORMS[shape]
    tensor = torch.arange(3.0, 3 + np.prod(shape)).reshape(shape)
    picture = torch_to_jpg(tensor)
    assert picture.mode == mode
    expected = levels_of(tensor)
    expected = expected.transpose(1, 2, 0) if mode == "RGB" else expected.reshape(size)
    np.testing.assert_array_equal(np.asarray(picture), expected)


@pytest.mark.parametrize("name", FLOATS)
def test_floats_of_any_width_are_rounded_and_saturate(name):
    some = st.floats(-20, 280, width=16) | st.sampled_from([np.inf, -np.inf, 3e4, -3e4])

    @quick
    @given(values=pixels(None, np.float32, elements=some))
    def check(values):
        tensor = torch.tensor(values).to(getattr(torch, name))
        np.testing.assert_array_equal(np.asarray(torch_to_jpg(tensor)), levels_of(tensor))

    check()


@pytest.mark.parametrize("name", INTEGERS)
def test_integers_of_any_width_saturate(name):
    @quick
    @given(values=pixels(None, name))
    def check(values):
        tensor = torch.tensor(values)
        assert tensor.dtype == getattr(torch, name)
        np.testing.assert_array_equal(np.asarray(torch_to_jpg(tensor)), levels_of(tensor))

    check()


@pytest.mark.parametrize("name", EIGHT_BIT_FLOATS)
def test_floats_of_eight_bits_are_taken_too(name):
    tensor = torch.tensor([[1.0, 2.0, 64.0, 128.0]]).to(getattr(torch, f"float8_{name}"))
    assert list(torch_to_jpg(tensor).tobytes()) == [1, 2, 64, 128]


def test_a_half_is_rounded_to_the_even_neighbour():
    values = torch.tensor([[0.5, 1.5, 2.5, 253.5, 254.5, -0.5]])
    assert list(torch_to_jpg(values).tobytes()) == [0, 2, 2, 254, 254, 0]


def test_a_double_is_not_narrowed_before_it_is_rounded():
    values = torch.tensor([[0.5 + 1e-9, 2.5 + 1e-9, 99.5 - 1e-9]], dtype=torch.float64)
    assert list(torch_to_jpg(values).tobytes()) == [1, 3, 99]


def test_a_tensor_with_a_gradient_is_taken_and_left_as_it_was():
    tensor = torch.full((3, 2, 2), 99.7, requires_grad=True)
    assert torch_to_jpg(tensor * 2).getpixel((0, 0)) == (199, 199, 199)
    assert tensor.requires_grad
    assert tensor[0, 0, 0].item() == pytest.approx(99.7)


def test_a_view_with_strides_of_its_own_is_taken():
    tensor = torch.arange(48.0).reshape(4, 4, 3)
    channels_first = tensor.permute(2, 0, 1)[:, ::2, 1:]
    assert not channels_first.is_contiguous()
    expected = tensor[::2, 1:].numpy().astype(np.uint8)
    np.testing.assert_array_equal(np.asarray(torch_to_jpg(channels_first)), expected)


@quick
@given(samples=pixels(3))
def test_from_picture_to_tensor_and_back_nothing_changes(samples):
    picture = picture_of("RGB", samples)
    there = jpg_to_torch(picture)
    back = torch_to_jpg(there)
    assert (back.mode, back.size, back.tobytes()) == ("RGB", picture.size, picture.tobytes())
    assert torch.equal(jpg_to_torch(back), there)


@pytest.mark.parametrize(
    "thing",
    [None, [[1.0]], 3.0, np.zeros((3, 2, 2)), Image.new("RGB", (2, 2))],
    ids=lambda thing: type(thing).__name__,
)
def test_torch_to_jpg_says_in_one_sentence_that_something_is_no_tensor(thing):
    with pytest.raises(ValueError) as caught:
        torch_to_jpg(thing)
    assert_one_sentence(caught.value, "torch_to_jpg takes a torch tensor")
    assert type(thing).__name__ in str(caught.value)


@pytest.mark.parametrize(
    "shape",
    [(), (3,), (0,), (0, 4), (3, 0, 4), (0, 4, 4), (2, 4, 4), (4, 4, 4), (4, 4, 3), (1, 3, 4, 4)],
    ids=str,
)
def test_a_tensor_that_is_not_one_picture_is_refused_and_its_shape_named(shape):
    with pytest.raises(ValueError) as caught:
        torch_to_jpg(torch.zeros(shape))
    assert_one_sentence(caught.value, "torch_to_jpg takes one picture")
    assert ", ".join(map(str, shape)) in str(caught.value)


@pytest.mark.parametrize(
    "tensor",
    [
        torch.zeros(2, 2, dtype=torch.bool),
        torch.zeros(3, 2, 2, dtype=torch.complex64),
        torch.tensor([[0.0, torch.nan]]),
        torch.tensor([[0.0, torch.nan]], dtype=torch.bfloat16),
    ],
    ids=["bool", "complex", "nan", "nan in bfloat16"],
)
def test_what_is_no_real_number_is_refused(tensor):
    with pytest.raises(ValueError, match="booleans, complex numbers or nan") as caught:
        torch_to_jpg(tensor)
    assert_one_sentence(caught.value, "torch_to_jpg takes real numbers")


def shown(picture, monkeypatch):
    """Return the JPEG that `show` puts on the page, opened; assert how it is described."""
    pages = []
    monkeypatch.setitem(
        NAMES, "display", lambda *things, **options: pages.append((things, options))
    )
    NAMES["show"](picture, "A test picture of nothing.")
    (((data,), options),) = pages
    assert options == {"raw": True}
    assert set(data) == {"text/html", "text/plain"}
    assert data["text/plain"] == "A test picture of nothing."
    ((encoded, alt),) = pictures_of({"outputs": [{"data": data}]})
    assert alt == "A test picture of nothing."
    jpeg = Image.open(io.BytesIO(encoded))
    assert jpeg.format == "JPEG"
    return jpeg


@pytest.mark.parametrize("mode", ["L", "RGB", "1", "P", "LA", "RGBA", "CMYK", "I;16", "F"])
def test_show_puts_a_picture_of_any_mode_on_the_page_as_one_jpeg(mode, monkeypatch):
    picture = Image.new("L", (9, 5), 255)
    if mode not in ("I;16", "F"):
        picture = picture.convert(mode)
    else:
        full = np.full((5, 9), 65535, "<u2") if mode == "I;16" else np.full((5, 9), 255, "<f4")
        picture = picture_of(mode, full)
    jpeg = shown(picture, monkeypatch)
    assert jpeg.size == (9, 5)
    assert np.asarray(jpeg.convert("L")).min() >= 253


def test_show_puts_a_figure_on_the_page_as_one_jpeg_and_closes_it(monkeypatch):
    plt = NAMES["plt"]
    plt.switch_backend("agg")
    figure = plt.figure(figsize=(3, 2))
    jpeg = shown(figure, monkeypatch)
    assert jpeg.size == (300, 200)
    assert not plt.fignum_exists(figure.number)


def drawn(values, **scale):
    """Return the axis on which draw_numbers has drawn `values`."""
    axis = Figure().subplots()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        draw_numbers(axis, values, **scale)
    return axis


@settings(quick, max_examples=8)
@given(values=pixels(None, np.float32, elements=st.floats(-1000, 1000, width=32)))
def test_draw_numbers_writes_each_number_on_its_square_to_two_decimals_readably(values):
    axis = drawn(torch.tensor(values, requires_grad=True))
    (squares,) = axis.images
    np.testing.assert_array_equal(squares.get_array(), values)
    written = {tuple(map(round, text.get_position())): text for text in axis.texts}
    assert len(axis.texts) == len(written) == values.size
    for (row, column), value in np.ndenumerate(values):
        text = written[column, row]
        assert float(text.get_text()) == pytest.approx(value, abs=0.0051, rel=1e-5)
        assert text.get_text() != "-0"
        square = np.dot(squares.to_rgba(value)[:3], (0.299, 0.587, 0.114))
        assert abs(square - {"white": 1, "black": 0}[text.get_color()]) > 0.35


@pytest.mark.parametrize("values", [[[-3.0, 1.0]], [[2.0, 0.5]], [[0.0, 0.0]]])
def test_without_a_scale_zero_is_in_the_middle_and_white(values):
    (squares,) = drawn(torch.tensor(values)).images
    low, high = squares.get_clim()
    assert low == -high
    assert high == (np.abs(values).max() or 1)
    assert min(squares.to_rgba(0.0)[:3]) > 0.95
    red, _, blue, _ = squares.to_rgba(-high)
    assert red > blue, "orange for what is negative"
    red, _, blue, _ = squares.to_rgba(high)
    assert blue > red, "purple for what is positive"


def test_a_scale_that_is_given_is_used_as_it_is():
    (squares,) = drawn(torch.tensor([[10.0, 20.0]]), cmap="gray", vmin=0, vmax=255).images
    assert squares.get_clim() == (0, 255)
    assert squares.get_cmap().name == "gray"


def opened(path):
    """Return what open_own_picture makes of a file: the tensor, or its one line as a str."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            tensor = open_own_picture(path)
        except OneLine as line:
            assert str(line).startswith(path.name)
            assert str(line).endswith(".")
            assert "\n" not in str(line)
            return str(line)
    assert tensor.dtype == torch.float32
    assert tensor.ndim == 3
    assert tensor.shape[0] == 3
    assert min(tensor.shape[1:]) >= 8
    assert max(tensor.shape[1:]) <= 1024
    assert 0 <= tensor.min() <= tensor.max() <= 255
    return tensor


# An exception or a warning where nobody can catch it, such as a file left open, fails the test.
hears_all = pytest.mark.filterwarnings("error")


def ramp(width, height, mode="L"):
    """Return a picture that goes from black on the left to white on the right."""
    row = np.linspace(0, 65535 if mode == "I;16" else 255, width).round()
    row = row.astype("<u2" if mode == "I;16" else np.uint8)
    picture = picture_of("I;16" if mode == "I;16" else "L", np.tile(row, (height, 1)))
    return picture if mode == picture.mode else picture.convert(mode)


def file_of(picture, path, **options):
    picture.save(path, **options)
    return path


def chunk(name, content):
    checksum = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)


def white_png(path, width, height, rgb=False):
    """Write a white picture of this size, whose sides are multiples of 100, as a small file."""
    header = struct.pack(">IIBBBBB", width, height, 8 if rgb else 1, 2 if rgb else 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * (width * 3 if rgb else width // 8)) * 100
    press = zlib.compressobj(1)
    data = b"".join(press.compress(rows) for _ in range(height // 100)) + press.flush()
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    assert path.stat().st_size < 1_000_000
    return path


@hears_all
def test_a_photo_of_48_million_pixels_is_shrunk_to_1024(tmp_path):
    as_jpeg = file_of(Image.new("RGB", (8000, 6000), "white"), tmp_path / "photo.jpg")
    as_png = white_png(tmp_path / "photo.png", 8000, 6000, rgb=True)
    for path in as_jpeg, as_png:
        assert_pixels(opened(path), np.full((768, 1024), 255))


@hears_all
@pytest.mark.parametrize(
    "mode, kind",
    [
        ("L", "png"),
        ("LA", "png"),
        ("P", "png"),
        ("1", "png"),
        ("RGBA", "png"),
        ("I;16", "png"),
        ("I;16", "tif"),
        ("F", "tif"),
        ("RGB", "jpg"),
        ("CMYK", "jpg"),
        ("RGB", "gif"),
        ("RGB", "bmp"),
    ],
)
@pytest.mark.parametrize("size", [(1600, 400), (300, 70)], ids=["shrunk", "as it is"])
def test_a_picture_of_any_mode_is_opened_and_keeps_its_brightness(mode, kind, size, tmp_path):
    tensor = opened(file_of(ramp(*size, mode), tmp_path / f"ramp.{kind}"))
    assert tensor.shape == (3, *((256, 1024) if size[0] > 1024 else (70, 300)))
    strips = tensor.unflatten(2, (4, -1)).mean(dim=(1, 3))
    np.testing.assert_allclose(strips, [[32, 96, 159, 223]] * 3, atol=6)


@hears_all
@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_a_photo_turned_by_exif_is_opened_upright(kind, tmp_path):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    tensor = opened(file_of(ramp(1600, 400), tmp_path / f"turned.{kind}", exif=exif))
    assert tensor.shape == (3, 1024, 256)
    assert tensor[:, 0].mean() < 5
    assert tensor[:, -1].mean() > 250


@hears_all
def test_of_an_animated_gif_the_first_frame_is_opened(tmp_path):
    frames = [Image.new("L", (90, 70), level) for level in (50, 100, 150)]
    path = file_of(frames[0], tmp_path / "film.gif", save_all=True, append_images=frames[1:])
    assert_pixels(opened(path), np.full((70, 90), 50))


@hears_all
@pytest.mark.parametrize("size", [(1, 1), (3, 2), (64, 63), (6000, 70)], ids=str)
def test_a_picture_too_small_for_the_exercises_is_named_so(size, tmp_path):
    line = opened(file_of(Image.new("RGB", size), tmp_path / "tiny.png"))
    assert "64 × 64" in line


@hears_all
def test_sixty_four_pixels_are_enough(tmp_path):
    assert opened(file_of(Image.new("RGB", (64, 64)), tmp_path / "small.png")).shape == (3, 64, 64)


@hears_all
@pytest.mark.parametrize("kind", ["jpg", "png", "gif", "tif", "bmp", "webp"])
@pytest.mark.parametrize("width", [200, 1600])
def test_a_file_that_was_cut_off_is_one_line(kind, width, tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (50, width, 3), dtype=np.uint8)
    path = file_of(Image.fromarray(noise), tmp_path / f"cut.{kind}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "cannot be read" in opened(path)


@hears_all
@pytest.mark.parametrize(
    "content", [b"", b"a letter, not a picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8"]
)
def test_a_file_that_is_no_picture_is_one_line(content, tmp_path):
    path = tmp_path / "letter.jpg"
    path.write_bytes(content)
    assert "cannot be read" in opened(path)


@hears_all
def test_a_folder_and_a_missing_file_are_one_line(tmp_path):
    (tmp_path / "folder.jpg").mkdir()
    assert "cannot be read" in opened(tmp_path / "folder.jpg")
    assert "cannot be read" in opened(tmp_path / "missing.jpg")


@hears_all
def test_a_decompression_bomb_is_one_line(tmp_path):
    assert "cannot be read" in opened(white_png(tmp_path / "bomb.png", 20_000, 10_000))


@hears_all
def test_where_pillow_only_warns_of_a_bomb_no_warning_is_seen(tmp_path):
    result = opened(white_png(tmp_path / "bomb.png", 10_000, 9_000))
    assert "cannot be read" in result if isinstance(result, str) else result.min() == 255


@hears_all
def test_a_photo_whose_exif_is_damaged_gives_no_warning(tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "maker" * 9
    path = file_of(ramp(80, 70), tmp_path / "exif.jpg", exif=exif)
    with Image.open(path) as picture:
        expected = np.asarray(picture)
    path.write_bytes(path.read_bytes().replace(b"\0\0\0\x2e", b"\0\0\xff\xff", 1))
    with pytest.warns(UserWarning, match="larger than file|Truncated"):
        Image.open(path).close()
    assert_pixels(opened(path), expected)


DAMAGED = {
    "JPEG": file_of(ramp(80, 70, "RGB"), io.BytesIO(), format="JPEG").getvalue(),
    "PNG": file_of(ramp(80, 70, "P"), io.BytesIO(), format="PNG").getvalue(),
    "GIF": file_of(ramp(80, 70, "RGB"), io.BytesIO(), format="GIF").getvalue(),
    "WEBP": file_of(ramp(80, 70, "RGB"), io.BytesIO(), format="WEBP").getvalue(),
    "DDS": file_of(ramp(80, 70, "RGBA"), io.BytesIO(), format="DDS").getvalue(),
}


@hears_all
@pytest.mark.parametrize("kind", DAMAGED)
def test_whatever_byte_of_a_file_is_damaged_it_is_a_picture_or_one_line(kind, tmp_path):
    path, intact = tmp_path / "damaged.jpg", DAMAGED[kind]

    @quick
    @given(place=st.integers(0, min(len(intact), 200) - 1), byte=st.integers(0, 255))
    def check(place, byte):
        path.write_bytes(intact[:place] + bytes([byte]) + intact[place + 1 :])
        opened(path)

    check()
