"""What the solutions compute and show, against Pillow, SciPy and NumPy in place of torch."""

import io
import itertools
from functools import cache

import numpy as np
import pytest
import torch
from matplotlib import pyplot as plt
from PIL import Image, ImageFilter, JpegImagePlugin
from scipy import ndimage

from notebooks import ROOT, SOLUTIONS, namespace, run, source
from target_pictures import pictures_of

with Image.open(ROOT / "data" / "mandril.jpg") as mandrill_file:
    MANDRILL = mandrill_file.convert("RGB")
RGB = np.asarray(MANDRILL).astype(float)  # (H, W, 3), as all oracles here
GRAY = RGB.mean(axis=2)
SOBEL = np.outer([1.0, 2.0, 1.0], [-1.0, 0.0, 1.0])
SECRET = [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]
FIND_EDGES = np.reshape(ImageFilter.FIND_EDGES.filterargs[3], (3, 3))
# The JPEG of a picture is within a few grey levels of it, and of the JPEG of one nearly the same.
ROUNDING = 0.5


@cache
def solved(slug):
    """Return the names after set-up, `load` and this exercise, all that it may need."""
    return namespace(*dict.fromkeys(["load", slug]))


def channels_last(tensor):
    """Return one picture `(…, C, H, W)` as an array `(H, W, C)`, of one channel as `(H, W)`."""
    values = tensor.detach().double().numpy()
    assert values.ndim < 4 or len(values) == 1
    return np.moveaxis(values.reshape(-1, *values.shape[-2:]), 0, 2).squeeze()


def unpadded(image, kernel):
    """Return what SciPy makes of `(H, W)` by a kernel `(k, k)`, where that hangs over nowhere."""
    whole = ndimage.correlate(image, kernel)
    rows, columns = (
        slice(k // 2, size - (k - 1) // 2)
        for k, size in zip(kernel.shape, image.shape, strict=True)
    )
    return whole[rows, columns]


def correlated(picture, kernel):
    """Return what SciPy makes of `(H, W, C_in)` by a kernel `(C_out, C_in, k, k)`, unpadded."""
    return np.stack(
        [
            sum(
                unpadded(channel, window)
                for channel, window in zip(picture.transpose(2, 0, 1), windows, strict=True)
            )
            for windows in kernel
        ],
        axis=2,
    )


def assert_same(actual, expected, atol=1e-2):
    assert np.shape(actual) == np.shape(expected)
    np.testing.assert_allclose(actual, expected, rtol=0, atol=atol)


RANDOM = correlated(RGB, solved("kaiming")["w"].double().numpy())
BLURRED = ndimage.uniform_filter(RGB, size=(5, 5, 1))[2:-2, 2:-2]
CROPPED = np.asarray(MANDRILL.crop((2, 2, 510, 510)))
EDGES = ndimage.correlate(GRAY, FIND_EDGES)[1:-1, 1:-1]
HALVED = RGB.reshape(256, 2, 256, 2, 3).mean(axis=(1, 3))
STRENGTH = np.hypot(*(ndimage.sobel(GRAY, axis)[1:-1, 1:-1] for axis in (0, 1)))
PILLOWS_GRAY = MANDRILL.convert("L", matrix=(1 / 3, 1 / 3, 1 / 3, 0))
PILLOWS_BLUR = MANDRILL.filter(ImageFilter.BoxBlur(2)).crop((2, 2, 510, 510))
ORACLES = [  # what an exercise makes, what NumPy, SciPy or Pillow make, and how far they may differ
    ("load", "img", RGB, 0),
    ("grayscale", "gray", GRAY, 1e-3),
    ("grayscale", "gray", PILLOWS_GRAY, 1),
    ("kaiming", "o", RANDOM, 1e-2),
    ("blur", "o", BLURRED, 1e-2),
    ("blur", "o", PILLOWS_BLUR, 1),
    ("identity", "o", CROPPED, 0),
    ("edge", "mat", FIND_EDGES, 0),
    ("edge", "o", EDGES, 1e-2),
    ("pooling", "pooled", HALVED, 1e-2),
    ("pooling", "pooled", MANDRILL.reduce(2), 1),
    ("pooling", "res", HALVED, 1e-2),
    ("pooling", "res", MANDRILL.reduce(2), 1),
    ("sobel", "sobel_x", SOBEL, 0),
    ("sobel", "sobel_y", SOBEL.T, 0),
    ("sobel", "magnitude", STRENGTH, 1e-2),
]


@pytest.mark.parametrize(("slug", "name", "oracle", "atol"), ORACLES)
def test_an_exercise_makes_what_numpy_scipy_or_pillow_make(slug, name, oracle, atol):
    assert_same(channels_last(solved(slug)[name]), np.asarray(oracle, dtype=float), atol)


def test_shape_names_the_sizes_that_pillow_names():
    names = solved("shape")
    face = MANDRILL.crop((96, 16, 416, 512))
    assert (names["width"], names["height"], names["channels"]) == (*face.size, 3)
    same = np.asarray(face).transpose(2, 0, 1) == names["face"].numpy()
    assert same.all() and names["height"] > names["width"]


def test_kaiming_draws_from_the_normal_distribution_with_two_over_fan_in_as_variance():
    from scipy import stats  # takes a second, in each of the parallel processes

    w = solved("kaiming")["w"].double().numpy()
    assert w.shape == (3, 3, 5, 5)
    sigma = (2 / (3 * 5 * 5)) ** 0.5
    assert stats.kstest(w.flatten(), stats.norm(0, sigma).cdf).pvalue > 0.01
    assert stats.normaltest(w.flatten()).pvalue > 0.01, "not in the tails, as a uniform one"
    low, high = stats.chi2.ppf([0.005, 0.995], df=w.size)
    assert low < (w**2).sum() / sigma**2 < high


def test_the_figure_of_one_pixel_has_the_sum_that_scipy_gets(capsys):
    names = namespace("load", "pixel")
    y, x = names["y"], names["x"]
    assert_same(names["patch"].numpy(), RGB[y : y + 3, x : x + 3, 1], atol=0)
    assert_same(names["kernel"].numpy(), SECRET, atol=0)
    (total,) = unpadded(names["patch"].numpy(), np.array(SECRET)).flatten()
    assert capsys.readouterr().out == f"{total} by F.conv2d: {total}\n"


def test_kernel_draws_every_slice_in_its_place_on_one_scale():
    plt.switch_backend("agg")
    w = torch.arange(3.0 * 3 * 5 * 5).reshape(3, 3, 5, 5) - 100
    drawn = []
    names = solved("load") | {"w": w, "show": lambda figure, alt: drawn.append(figure)}
    run(source("kernel"), names)
    (figure,) = drawn
    plt.close(figure)
    axes = {axis.get_title(): axis for axis in figure.axes}
    assert len(figure.axes) == 9
    for (c_out, c_in), axis in zip(itertools.product(range(3), repeat=2), figure.axes, strict=True):
        assert axes[f"w[{c_out}, {c_in}]"] is axis
        place = axis.get_subplotspec()
        assert (place.rowspan.start, place.colspan.start) == (c_out, c_in)
        (squares,) = axis.images
        assert_same(squares.get_array(), w[c_out, c_in].numpy(), atol=0)
        assert squares.get_clim() == (-124, 124)
        assert len(axis.texts) == 25


def test_the_hand_made_convolution_is_scipys_correlation():
    by_hand = solved("by-hand")["conv2d_by_hand"]
    noise = np.random.default_rng(0)
    for size, k in [((6, 6), (3, 3)), ((5, 9), (2, 4)), ((9, 5), (5, 1)), ((4, 4), (4, 4))]:
        image, kernel = noise.normal(size=size), noise.normal(size=k)
        expected = unpadded(image, kernel)
        assert_same(by_hand(torch.tensor(image), torch.tensor(kernel)).numpy(), expected, 1e-5)


def test_the_output_size_is_what_numpy_counts():
    names = solved("padding")
    sizes = itertools.product(range(1, 12), range(1, 6), range(3), range(1, 5))
    for size, kernel, padding, stride in sizes:
        row = np.pad(np.zeros(size), padding)
        if len(row) >= kernel:
            places = np.lib.stride_tricks.sliding_window_view(row, kernel)[::stride]
            assert names["output_size"](size, kernel, padding, stride) == len(places)
    padded = np.ones((1, 512 + 2 * names["padding"]))
    assert unpadded(padded, np.ones((1, 5))).shape == (1, 512)


def test_the_two_passes_are_scipys_gaussian_filter():
    names = namespace("load", "separable-gaussian", "separable")
    row, column = (names[name].double().numpy() for name in ("row_kernel", "column_kernel"))
    assert (row.shape, column.shape) == ((1, 1, 1, 15), (1, 1, 15, 1))
    twice = ndimage.correlate(ndimage.correlate(GRAY, row[0, 0]), column[0, 0])
    assert_same(twice, ndimage.gaussian_filter(GRAY, sigma=3, radius=7), atol=1e-3)
    assert names["cost_2d"] == np.size(row * column)
    assert names["cost_1d"] == row.size + column.size


def test_the_learned_kernel_is_the_one_that_least_squares_find():
    names = namespace("load", "learn-data", "learn")
    crop = GRAY[:64, :64] / 255
    windows = np.lib.stride_tricks.sliding_window_view(crop - crop.mean(), (3, 3)).reshape(-1, 9)
    target = names["target"].double().numpy().flatten()
    solution, *_ = np.linalg.lstsq(windows, target, rcond=None)
    assert_same(solution.reshape(3, 3), SECRET, atol=1e-3)
    assert_same(names["learned"].detach().numpy().reshape(3, 3), SECRET)
    assert len(names["losses"]) == 300
    assert names["losses"][-1] < 1e-6 * names["losses"][0]


def stored(cell_id):
    """Return the picture that the executed solutions hold below this cell."""
    (cell,) = (cell for cell in SOLUTIONS.cells if cell.id == cell_id)
    ((jpeg, _),) = pictures_of(cell)
    picture = Image.open(io.BytesIO(jpeg))
    assert picture.format == "JPEG"
    return picture


PICTURES = {
    "load-picture": RGB,
    "grayscale-picture": GRAY,
    "kaiming-picture": RANDOM % 256,
    "blur-whole": BLURRED,
    "identity-picture": CROPPED,
    "edge-picture": np.abs(EDGES),
}


@pytest.mark.parametrize("cell_id", PICTURES)
def test_the_stored_picture_is_the_oracles(cell_id):
    picture = stored(cell_id)
    oracle = Image.fromarray(PICTURES[cell_id].round().clip(0, 255).astype(np.uint8))
    oracle = oracle.resize((384, 384), Image.Resampling.BICUBIC)
    assert (picture.mode, picture.size) == (oracle.mode, oracle.size)
    sampling = JpegImagePlugin.get_sampling(picture)
    as_lossy = io.BytesIO()
    oracle.save(as_lossy, "JPEG", qtables=picture.quantization, subsampling=sampling)
    levels = [np.asarray(one).astype(float) for one in (picture, Image.open(as_lossy))]
    assert np.abs(np.subtract(*levels)).mean() < ROUNDING


FIGURES = {
    "pixel-picture": (1200, 340),
    "blur-picture": (600, 340),
    "kernel": (660, 680),
    "pooling-picture": (600, 340),
    "recap-kernels": (1200, 211),
    "recap-strip": (1200, 211),
}


@pytest.mark.parametrize("cell_id", FIGURES)
def test_the_stored_figure_has_its_size_and_is_not_blank(cell_id):
    picture = stored(cell_id)
    assert np.abs(np.subtract(picture.size, FIGURES[cell_id])).max() <= 2
    assert np.asarray(picture.convert("L")).std() > 20
