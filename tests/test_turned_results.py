"""A result that was turned, mirrored or recoloured, pictures that hide it, and unusual types.

Each right answer's result is changed while its kernels stay: wherever that changes the numbers,
the check has to refuse it. Kernels that are changed together with their results are right or
wrong as the exercise's own condition says.
"""

import itertools

import numpy as np
import pytest
import torch
from PIL import Image
from torch.nn import functional as F

from notebooks import ROOT, namespace
from practical.checks import check
from practical.one_line import Mistake, NotAttempted

with Image.open(ROOT / "data" / "mandril.jpg") as mandrill_file:
    PIXELS = np.array(mandrill_file.convert("RGB"))  # (H, W, 3)
WHOLE = torch.tensor(np.ascontiguousarray(PIXELS.transpose(2, 0, 1)), dtype=torch.float32)
SQUARE, WIDE = WHOLE[:, 40:120, 160:240], WHOLE[:, 300:372, 60:150]
CROPS = {"square": SQUARE, "wide": WIDE}
SECRET = [[-2.0, -1, 0], [-1, 1, 1], [0, 1, 2]]
SOBEL = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
LAPLACE = torch.tensor([[-1.0, -1, -1], [-1, 8, -1], [-1, -1, -1]])
KIRSCH = torch.tensor([[5.0, 5, -3], [5, 0, -3], [-3, -3, -3]])


def refused(slug, names):
    """Assert that the check calls this answer wrong, for a reason of its own; return the line."""
    with pytest.raises(Mistake) as said:
        check(slug, names)
    assert "could not be checked" not in str(said.value)
    return str(said.value)


def unasked(slug, names):
    """Assert that the check neither passes the answer nor calls it wrong."""
    with pytest.raises(NotAttempted) as said:
        check(slug, names)
    assert "✗" not in str(said.value)


def over(img, w, stride=1):
    """Return what F.conv2d makes of `img`, in the kernel's dtype, grey if it has one channel."""
    batch = img[None].to(w.dtype)
    return F.conv2d(batch if w.shape[1] == 3 else batch.mean(dim=1, keepdim=True), w, stride=stride)


def colours(*kernels):
    """Return a kernel `(3, 3, k, k)` that convolves each channel by itself, all alike or not."""
    return torch.eye(3)[:, :, None, None] * torch.stack(kernels * (3 // len(kernels)))


def box(rows, columns, k=5):
    """Return a `k` × `k` blur that is even over some rows and columns."""
    w = torch.zeros(k, k)
    w[rows, columns] = 1 / w[rows, columns].numel()
    return w


def one_hot(row=2, column=2):
    """Return 5 × 5 zeros with a 1 in one place."""
    return box(slice(row, row + 1), slice(column, column + 1))


def random_kernel(*shape):
    """Return a Kaiming-normal kernel, (3, 3, 5, 5) or as said, the same at every call."""
    noise = torch.Generator().manual_seed(0)
    w = torch.randn(shape or (3, 3, 5, 5), generator=noise, dtype=torch.float64)
    return (w * (2 / w[0].numel()) ** 0.5).to(torch.get_default_dtype())


def by_kernel(w):
    """Return a function that makes the names `w` and `o` for a picture."""
    return lambda img: {"w": w(), "o": over(img, w())}


def by_matrix(mat):
    """Return a function that makes an edge answer's names for a picture."""
    return lambda img: {"mat": mat, "w": mat[None, None], "o": over(img, mat[None, None])}


def pooled_twice(img, quarter=0.25):
    """Return the names of a pooling answer for a picture."""
    w = colours(torch.full((2, 2), quarter))
    return {"pooled": F.avg_pool2d(img[None], 2), "w": w, "res": over(img, w, 2)}


def sobels(x, y):
    """Return a function that makes a Sobel answer's names for a picture."""

    def names(img):
        g_x, g_y = (over(img, w[None, None]) for w in (x, y))
        return {"sobel_x": x, "sobel_y": y, "magnitude": torch.hypot(g_x, g_y)[0, 0]}

    return names


def convolve(image, kernel):
    """Convolve two-dimensional tensors in the default dtype."""
    image, kernel = (one[None, None].to(torch.get_default_dtype()) for one in (image, kernel))
    return F.conv2d(image, kernel)[0, 0]


def gaussian():
    """Return the Gaussian of the exercise `separable`."""
    bell = torch.exp(-((torch.arange(15) - 7.0) ** 2) / 18)
    return bell / bell.sum()


def two_layers(img, w1=None, w2=None):
    """Return the names of a right answer to `layers`, with these kernels or random ones."""
    w1 = random_kernel(8, 3, 5, 5) if w1 is None else w1
    w2 = random_kernel(4, 8, 3, 3) if w2 is None else w2
    o = F.conv2d(F.max_pool2d(over(img, w1).relu(), 2), w2)
    return {"w1": w1, "w2": w2, "o": o, "shape": tuple(o.shape), "field": 10}


def thin_passes(img=None):
    """Return the names of a right answer to `separable`."""
    row, column = gaussian().reshape(1, 1, 1, 15), gaussian().reshape(1, 1, 15, 1)
    return {"row_kernel": row, "column_kernel": column, "cost_2d": 225, "cost_1d": 30}


FIND_KERNELS = namespace("discover-decorrelated", "discover-find")["find_kernels"]


def discovered(img):
    """Return the names of a right answer to `discover`."""
    patches = F.unfold(img[None], 8, stride=4)[0].T
    patches = patches - patches.mean(dim=1, keepdim=True)
    kernels = FIND_KERNELS(patches)
    return {"patches": patches, "kernels": kernels, "features": over(img, kernels, 4)}


def found(img=None):
    """Return the names of a right answer to `learn`."""
    return {"learned": torch.tensor(SECRET)[None, None], "losses": [3.0, 1.0]}


EVERYWHERE = slice(None)
RIGHT = {  # of each exercise, under a name: what makes a right answer to it for a picture
    ("grayscale", "mean"): lambda img: {"gray": img.mean(dim=0)},
    ("grayscale", "one channel kept"): lambda img: {"gray": img.mean(dim=0, keepdim=True)},
    ("kaiming", "normal"): by_kernel(random_kernel),
    ("blur", "box"): by_kernel(lambda: colours(box(EVERYWHERE, EVERYWHERE))),
    ("blur", "sideways"): by_kernel(lambda: colours(box(slice(2, 3), EVERYWHERE))),
    ("blur", "another for each channel"): by_kernel(
        lambda: colours(
            box(slice(2, 3), EVERYWHERE), box(EVERYWHERE, slice(1, 4)), torch.eye(5) / 5
        )
    ),
    ("identity", "one"): by_kernel(lambda: colours(one_hot())),
    ("edge", "Laplace"): by_matrix(LAPLACE),
    ("edge", "Sobel"): by_matrix(SOBEL),
    ("edge", "Kirsch"): by_matrix(-KIRSCH),
    ("edge", "very small"): by_matrix(1e-5 * LAPLACE),
    ("edge", "very large"): by_matrix(1e5 * LAPLACE),
    ("edge", "three channels"): lambda img: {
        "mat": LAPLACE,
        "w": LAPLACE.expand(1, 3, 3, 3) / 3,
        "o": over(img, LAPLACE.expand(1, 3, 3, 3) / 3),
    },
    ("pooling", "quarters"): pooled_twice,
    ("sobel", "tables"): sobels(SOBEL, SOBEL.T),
    ("sobel", "an eighth"): sobels(-SOBEL / 8, SOBEL.T / 8),
    ("sobel", "very small"): sobels(1e-5 * SOBEL, 1e-5 * SOBEL.T),
    ("sobel", "very large"): sobels(1e5 * SOBEL, 1e5 * SOBEL.T),
    ("by-hand", "asked of torch"): lambda img: {"conv2d_by_hand": convolve},
    ("padding", "formula"): lambda img: {
        "output_size": lambda size, kernel, padding, stride: (
            (size + 2 * padding - kernel) // stride + 1
        ),
        "padding": 2,
    },
    ("separable", "Gaussian"): thin_passes,
    ("layers", "normal"): two_layers,
    ("learn", "secret"): found,
    ("discover", "found"): discovered,
}
CASES = [f"{slug}: {title}" for slug, title in RIGHT]


def right(case, img):
    """Return slug and names of a right answer, `img` among them."""
    slug, title = case.split(": ")
    return slug, {"img": img} | RIGHT[slug, title](img)


def channels(*order):
    """Return a function that puts the three channels of a tensor into another order."""
    return lambda t: t.movedim(-3, 0)[list(order)].movedim(0, -3)


SPATIAL = {
    "up-down": lambda t: t.flip(-2),
    "left-right": lambda t: t.flip(-1),
    "half a turn": lambda t: t.flip(-2, -1),
    "transposed": lambda t: t.mT,
    "turned left": lambda t: t.rot90(1, (-2, -1)),
    "turned right": lambda t: t.rot90(-1, (-2, -1)),
    "over the other diagonal": lambda t: t.flip(-2, -1).mT,
}
COLOURED = {
    "".join("RGB"[c] for c in order): channels(*order)
    for order in list(itertools.permutations(range(3)))[1:]
}
TURNS = SPATIAL | COLOURED


def differ(one, other):
    """Say whether two tensors differ, in shape or by more than rounding."""
    if one.shape != other.shape:
        return True
    return bool((one - other).abs().max() > 1e-3 * other.abs().max())


RESULTS = {
    "grayscale": ["gray"],
    "kaiming": ["o"],
    "blur": ["o"],
    "identity": ["o"],
    "edge": ["o"],
    "pooling": ["pooled", "res"],
    "sobel": ["magnitude"],
    "layers": ["o"],
    "learn": ["learned"],
    "discover": ["features"],
}
# Of other channels than red, green and blue.
OTHER_CHANNELS = ["grayscale", "edge", "sobel", "layers", "learn", "discover"]
TURNED = [
    (case, name, turn)
    for case in CASES
    for name in RESULTS.get(case.split(":")[0], [])
    for turn in (SPATIAL if case.split(":")[0] in OTHER_CHANNELS else TURNS)
]


@pytest.mark.parametrize("img", CROPS)
@pytest.mark.parametrize("case", CASES)
def test_the_answers_that_are_turned_below_are_right(case, img):
    check(*right(case, CROPS[img]))


@pytest.mark.parametrize("turn", TURNS)
def test_a_mandrill_that_was_turned_or_recoloured_is_refused(turn):
    refused("load", {"img": TURNS[turn](WHOLE)})


@pytest.mark.parametrize("by", [-0.1, 0.04, 0.06, 0.1, 0.3])
@pytest.mark.parametrize("case", ["kaiming: normal", "blur: box", "identity: one"])
def test_the_small_bias_of_a_layer_is_refused_and_no_stride_is_blamed(case, by):
    slug, names = right(case, SQUARE)
    assert "stride" not in refused(slug, names | {"o": names["o"] + by})


@pytest.mark.parametrize("img", CROPS)
@pytest.mark.parametrize(("case", "name", "turn"), TURNED)
def test_a_result_that_was_turned_or_recoloured_is_refused(case, name, turn, img):
    slug, names = right(case, CROPS[img])
    turned = TURNS[turn](names[name])
    (refused if differ(turned, names[name]) else check)(slug, names | {name: turned})


@pytest.mark.parametrize("turn", SPATIAL)
def test_a_convolution_by_hand_whose_result_is_turned_is_refused(turn):
    refused("by-hand", {"conv2d_by_hand": lambda *both: SPATIAL[turn](convolve(*both))})


@pytest.mark.parametrize("turn", SPATIAL)
def test_a_convolution_by_hand_with_a_turned_image_is_refused(turn):
    def by_hand(image, kernel):
        return convolve(SPATIAL[turn](image), SPATIAL[turn](kernel))

    refused("by-hand", {"conv2d_by_hand": by_hand})


@pytest.mark.parametrize("turn", [turn for turn in SPATIAL if "turn" not in turn])
def test_a_convolution_by_hand_with_a_mirrored_kernel_is_refused(turn):
    def by_hand(image, kernel):
        turned = SPATIAL[turn](kernel)
        return convolve(image, turned if turned.shape == kernel.shape else kernel)

    refused("by-hand", {"conv2d_by_hand": by_hand})


# Kernels that are turned, and the results that follow from them


ANY_SIDE_UP = [case for case in CASES if case.split(":")[0] in ("kaiming", "blur", "identity")]


@pytest.mark.parametrize("turn", SPATIAL)
@pytest.mark.parametrize("case", ANY_SIDE_UP)
def test_a_turned_kernel_is_right_with_its_own_result_and_wrong_with_the_old_one(case, turn):
    slug, names = right(case, SQUARE)
    w = SPATIAL[turn](names["w"])
    check(slug, names | {"w": w, "o": over(SQUARE, w)})
    (refused if differ(w, names["w"]) else check)(slug, names | {"w": w})


@pytest.mark.parametrize("turn", SPATIAL)
def test_a_turned_pooling_kernel_is_the_same(turn):
    names = pooled_twice(SQUARE)
    w = SPATIAL[turn](names["w"])
    check("pooling", {"img": SQUARE, **names, "w": w, "res": over(SQUARE, w, 2)})


@pytest.mark.parametrize("turn", SPATIAL)
@pytest.mark.parametrize("mat", [LAPLACE, SOBEL, KIRSCH], ids=["Laplace", "Sobel", "Kirsch"])
def test_an_edge_kernel_on_its_side_is_right_when_mat_and_w_are_the_same(mat, turn):
    side = SPATIAL[turn](mat)
    check("edge", {"img": SQUARE, **by_matrix(side)(SQUARE)})
    if differ(side, mat) and differ(side, -mat):
        refused("edge", {"img": SQUARE, **by_matrix(side)(SQUARE), "mat": mat})


@pytest.mark.parametrize("order", COLOURED)
@pytest.mark.parametrize("slug", ["blur", "identity", "pooling"])
def test_a_kernel_that_exchanges_colours_is_refused_though_its_result_follows(slug, order):
    case = {"blur": "blur: box", "identity": "identity: one", "pooling": "pooling: quarters"}[slug]
    _, names = right(case, SQUARE)
    w = names["w"][list(map("RGB".index, order))]
    result = {"res": over(SQUARE, w, 2)} if slug == "pooling" else {"o": over(SQUARE, w)}
    refused(slug, names | {"w": w} | result)


@pytest.mark.parametrize("order", COLOURED)
def test_another_blur_for_each_channel_may_be_given_to_other_channels(order):
    order = list(map("RGB".index, order))
    w = right("blur: another for each channel", SQUARE)[1]["w"][order][:, order]
    check("blur", {"img": SQUARE, "w": w, "o": over(SQUARE, w)})


@pytest.mark.parametrize("order", COLOURED)
def test_a_random_kernel_may_have_its_channels_in_any_order(order):
    w = random_kernel()[list(map("RGB".index, order))]
    check("kaiming", {"img": SQUARE, "w": w, "o": over(SQUARE, w)})
    w = random_kernel()[:, list(map("RGB".index, order))]
    check("kaiming", {"img": SQUARE, "w": w, "o": over(SQUARE, w)})
    refused("kaiming", {"img": SQUARE, "w": w, "o": over(SQUARE, random_kernel())})


@pytest.mark.parametrize("turn", SPATIAL)
@pytest.mark.parametrize("name", ["w1", "w2"])
def test_a_turned_kernel_of_a_layer_is_right_with_its_own_result_only(name, turn):
    names = {"img": SQUARE, **two_layers(SQUARE)}
    turned = {name: SPATIAL[turn](names[name])}
    check("layers", names | two_layers(SQUARE, **turned))
    refused("layers", names | turned)


@pytest.mark.parametrize("order", [*itertools.permutations(range(4))][1:])
def test_the_maps_of_the_second_layer_stay_in_their_order(order):
    names = {"img": WIDE, **two_layers(WIDE)}
    assert "red" not in refused("layers", names | {"o": names["o"][:, order]})
    check("layers", names | two_layers(WIDE, w2=names["w2"][list(order)]))
    if names["shape"] != (sizes := tuple(names["shape"][i] for i in order)):
        refused("layers", names | {"shape": sizes})


@pytest.mark.parametrize("turns", [*itertools.product(SPATIAL, repeat=2)], ids="-".join)
def test_sobels_kernels_may_be_mirrored_but_not_laid_on_their_sides(turns):
    x, y = (SPATIAL[turn](w) for turn, w in zip(turns, (SOBEL, SOBEL.T), strict=True))
    names = {"img": SQUARE, **sobels(x, y)(SQUARE)}
    upright = torch.equal(x.abs(), SOBEL.abs()) and torch.equal(y.abs(), SOBEL.T.abs())
    (check if upright else refused)("sobel", names)


def test_sobels_two_kernels_exchanged_are_refused_though_the_magnitude_is_the_same():
    names = sobels(SOBEL, SOBEL.T)(SQUARE)
    exchanged = sobels(SOBEL.T, SOBEL)(SQUARE)
    assert torch.equal(names["magnitude"], exchanged["magnitude"])
    refused("sobel", {"img": SQUARE, **exchanged})


@pytest.mark.parametrize("turn", SPATIAL)
def test_thin_kernels_may_be_mirrored_but_not_exchanged(turn):
    names = thin_passes()
    for name in "row_kernel", "column_kernel":
        turned = SPATIAL[turn](names[name])
        fits = turned.shape == names[name].shape
        (check if fits else refused)("separable", names | {name: turned})


@pytest.mark.parametrize("img", [WHOLE, SQUARE, WIDE], ids=["whole", "square", "wide"])
@pytest.mark.parametrize("order", [*itertools.permutations(range(3))])
def test_the_three_sizes_are_right_in_one_order_only(order, img):
    height, width = img.shape[1:]
    unit = min(height, width) // 32
    sizes = 3, height - unit, 20 * unit
    names = dict(zip(("channels", "height", "width"), (sizes[i] for i in order), strict=True))
    names["img"] = img
    (check if order == (0, 1, 2) else refused)("shape", names)


def test_the_three_sizes_of_the_mandrills_face_are_those_of_the_text():
    check("shape", {"img": WHOLE, "channels": 3, "height": 496, "width": 320})
    refused("shape", {"img": WHOLE, "channels": 3, "height": 512, "width": 512})


# Pictures that hide a mistake


HALF = SQUARE[:, :, :40]
GREY = WIDE.mean(dim=0).round().expand(3, -1, -1)
HIDING = {
    "flat": torch.full((3, 70, 90), 90.0),
    "white": torch.full((3, 70, 90), 255.0),
    "black": torch.zeros(3, 70, 90),
    "flat and coloured": torch.tensor([200.0, 30, 90])[:, None, None].expand(3, 70, 90),
    "pure red": torch.tensor([255.0, 0, 0])[:, None, None].expand(3, 70, 90),
    "grey": GREY,
    "nearly flat": 200 + (WIDE - 128) / 64,
    "in thick fog": 200 + (WIDE - 128) / 32,
    "in fog": 200 + (WIDE - 128) / 16,
    "left like right": torch.cat([HALF, HALF.flip(2)], dim=2),
    "upper like lower": torch.cat([HALF.mT, HALF.mT.flip(1)], dim=1),
}


def tf32(values):
    """Return float32 numbers rounded to 10 bits of mantissa, as a graphics card reads them."""
    return ((values.contiguous().view(torch.int32) + 4096) & -8192).view(torch.float32)


WAYS = {
    "float32": over,
    "float64": lambda img, w, stride=1: over(img, w.double(), stride),
    "TF32": lambda img, w, stride=1: over(tf32(img), tf32(w), stride),
    "kept in half precision": lambda img, w, stride=1: over(img, w, stride).half(),
}
OF_NINE = ["kaiming: normal", "blur: box", "blur: sideways", "identity: one", "edge: Laplace",
           "edge: Kirsch", "edge: three channels", "pooling: quarters"]  # fmt: skip


@pytest.mark.parametrize("picture", HIDING)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", OF_NINE)
def test_a_right_kernel_with_its_result_passes_on_a_picture_that_hides(case, way, picture):
    img = HIDING[picture]
    slug, names = right(case, img)
    result = ("res", 2) if slug == "pooling" else ("o", 1)
    check(slug, names | {result[0]: WAYS[way](img, names["w"], result[1])})


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("picture", HIDING)
def test_two_layers_pass_on_a_picture_that_hides(picture, dtype):
    w1, w2 = random_kernel(8, 3, 5, 5).to(dtype), random_kernel(4, 8, 3, 3).to(dtype)
    check("layers", {"img": HIDING[picture], **two_layers(HIDING[picture], w1, w2)})


LEAK = colours(box(EVERYWHERE, EVERYWHERE))
LEAK[0, 0] /= 2
LEAK[0, 1] = LEAK[0, 0]
WRONG_KERNELS = {  # what the picture's own result would not show
    "kaiming": {"too wide": 2 * random_kernel(), "zeros": torch.zeros(3, 3, 5, 5)},
    "blur": {
        "off centre": colours(box(slice(3), EVERYWHERE)),
        "leaking": LEAK,
        "sum 2": colours(2 * box(EVERYWHERE, EVERYWHERE)),
        "nothing": colours(one_hot()),
        "red from green": colours(box(EVERYWHERE, EVERYWHERE))[[1, 0, 2]],
        "sharpened": colours(2 * one_hot() - box(EVERYWHERE, EVERYWHERE)),
    },
    "identity": {
        "moved": colours(one_hot(2, 3)),
        "red from blue": colours(one_hot())[[2, 1, 0]],
        "blurred": colours(box(EVERYWHERE, EVERYWHERE)),
        "mirrored pixels": colours((one_hot(2, 1) + one_hot(2, 3)) / 2),
        "a minus": colours(-one_hot()),
    },
}


@pytest.mark.parametrize("picture", HIDING)
@pytest.mark.parametrize(
    ("slug", "mistake"), [(slug, name) for slug in WRONG_KERNELS for name in WRONG_KERNELS[slug]]
)
def test_a_wrong_kernel_is_refused_on_a_picture_that_hides(slug, mistake, picture):
    img, w = HIDING[picture], WRONG_KERNELS[slug][mistake]
    refused(slug, {"img": img, "w": w, "o": over(img, w)})


@pytest.mark.parametrize("picture", HIDING)
def test_a_wrong_edge_or_pooling_kernel_is_refused_on_a_picture_that_hides(picture):
    img = HIDING[picture]
    for wrong in LAPLACE + 1, box(1, 1, 3), torch.zeros(3, 3):
        refused("edge", {"img": img, **by_matrix(wrong)(img)})
    refused("edge", {"img": img, **by_matrix(LAPLACE)(img), "mat": SOBEL})
    names = {"img": img, **pooled_twice(img)}
    for own in box(0, EVERYWHERE, 2), torch.eye(2) / 2, torch.ones(2, 2):
        refused("pooling", names | {"w": colours(own), "res": over(img, colours(own), 2)})
    w = colours(torch.full((2, 2), 0.25))[[1, 2, 0]]
    refused("pooling", names | {"w": w, "res": over(img, w, 2)})


# Types


def numbers(value):
    """Return a whole number as each of the kinds that may stand for it."""
    kinds = np.int64(value), np.uint16(value), np.array(value), torch.tensor(value)
    return [value, *kinds, torch.Size([value])[0], torch.tensor(value, dtype=torch.int32)]


@pytest.mark.parametrize("kind", range(6))
def test_a_whole_number_may_be_of_any_kind(kind):
    sizes = {"channels": 3, "height": 496, "width": 320}
    sizes = {name: numbers(size)[kind] for name, size in sizes.items()}
    check("shape", {"img": WHOLE} | sizes)

    def output_size(size, kernel, padding, stride):
        return numbers((size + 2 * padding - kernel) // stride + 1)[kind]

    check("padding", {"output_size": output_size, "padding": numbers(2)[kind]})
    costs = {"cost_2d": numbers(225)[kind], "cost_1d": numbers(30)[kind]}
    check("separable", thin_passes() | costs)
    check("layers", {"img": WIDE, **two_layers(WIDE), "field": numbers(10)[kind]})


def test_costs_may_be_counted_by_torch():
    names = thin_passes()
    row, column = names["row_kernel"], names["column_kernel"]
    costs = {
        "cost_2d": (column * row).count_nonzero(),
        "cost_1d": column.count_nonzero() + row.count_nonzero(),
    }
    check("separable", names | costs)
    refused("separable", names | costs | {"cost_2d": costs["cost_1d"]})


@pytest.mark.parametrize(
    "kind", [list, tuple, np.array, torch.tensor], ids=lambda kind: kind.__name__
)
def test_losses_may_be_in_any_row_of_numbers(kind):
    for losses in [5.0, 1.0], [5.0, 7.0, 4.0], [0.5]:
        check("learn", found() | {"losses": kind(losses)})
    for losses in [1.0, 5.0], [5.0, 5.0], [5.0, float("nan")], [float("inf"), 1.0]:
        refused("learn", found() | {"losses": kind(losses)})
    check("learn", found() | {"losses": [torch.tensor(5.0), np.float32(3), 1]})


@pytest.fixture
def float64():
    """Make float64 the default for one test."""
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize("case", CASES)
def test_a_right_answer_stays_right_where_float64_is_the_default(case, float64):
    slug, names = right(case, SQUARE)
    names = {n: v.double() if isinstance(v, torch.Tensor) else v for n, v in names.items()}
    check(slug, names)
    check(slug, names | {"img": SQUARE})
    assert torch.get_default_dtype() == torch.float64


def test_a_right_answer_made_of_tensors_of_the_default_float64_stays_right(float64):
    smoothed = torch.eye(3)[:, :, None, None] * torch.full((5, 5), 1 / 25)
    assert smoothed.dtype == torch.float64
    check("blur", {"img": SQUARE, "w": smoothed, "o": over(SQUARE, smoothed)})
    check("separable", thin_passes())
    check("learn", found())
    check("by-hand", {"conv2d_by_hand": convolve})


TENSORS = [
    (case, name)
    for case in CASES
    for name, value in right(case, SQUARE)[1].items()
    if isinstance(value, torch.Tensor) and name != "img"
]


@pytest.mark.parametrize(("case", "name"), TENSORS)
def test_a_tensor_without_values_is_named_as_such(case, name):
    slug, names = right(case, SQUARE)
    said = refused(slug, names | {name: names[name].to("meta")})
    assert f"`{name}`" in said and "real numbers" in said


def test_a_picture_a_size_or_a_result_without_values_is_named_as_such():
    assert "real numbers" in refused("load", {"img": WHOLE.to("meta")})
    by_hand = {"conv2d_by_hand": lambda image, kernel: convolve(image, kernel).to("meta")}
    assert "real numbers" in refused("by-hand", by_hand)
    sizes = {"img": WHOLE, "channels": 3, "height": 496, "width": torch.tensor(320, device="meta")}
    refused("shape", sizes)
    refused("separable", thin_passes() | {"cost_2d": torch.tensor(225, device="meta")})
    refused("padding", right("padding: formula", WHOLE)[1] | {"padding": sizes["width"]})
    refused("learn", found() | {"losses": torch.ones(2, device="meta")})
    unasked("blur", right("blur: box", SQUARE)[1] | {"img": SQUARE.to("meta")})
