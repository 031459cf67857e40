"""Right answers drawn by chance pass in whatever way they were computed; one wrong number fails.

The kernels, the ways to convolve and the pictures are drawn by Hypothesis. What is right follows
from how an answer was made, and never from a check.
"""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image
from scipy import signal
from torch import nn
from torch.nn import functional as F

from notebooks import ROOT
from practical.checks import check
from practical.one_line import Mistake

with Image.open(ROOT / "data" / "mandril.jpg") as mandrill_file:
    PIXELS = np.array(mandrill_file.convert("RGB"))  # (H, W, 3)
WHOLE = torch.tensor(np.ascontiguousarray(PIXELS.transpose(2, 0, 1)), dtype=torch.float32)
SECRET = torch.tensor([[-2.0, -1, 0], [-1, 1, 1], [0, 1, 2]])
SOBEL = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
BELL = torch.tensor(np.exp(-((np.arange(15) - 7) ** 2) / 18), dtype=torch.float64)
BELL /= BELL.sum()
EDGES = [
    SOBEL,
    torch.tensor([[-1.0, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    torch.tensor([[0.0, -1, 0], [-1, 4, -1], [0, -1, 0]]),
    torch.tensor([[1.0, 0, -1], [0, 0, 0], [-1, 0, 1]]),
    torch.tensor([[1.0, 1, 1], [0, 0, 0], [-1, -1, -1]]),
    torch.tensor([[3.0, 0, -3], [10, 0, -10], [3, 0, -3]]),
    torch.tensor([[0.0, 1, 0], [-1, 0, 0], [0, 0, 0]]),
    torch.tensor([[5.0, 5, -3], [5, 0, -3], [-3, -3, -3]]),
]
quick = settings(deadline=None, derandomize=True, max_examples=25)
few = settings(quick, max_examples=2)
signs, shares = st.sampled_from([1, -1]), st.floats(0.02, 1)
powers = st.floats(-2, 1.5).map(lambda power: 10**power)


def refuse(slug, names):
    """Assert that the check calls this answer wrong, for a reason of its own."""
    with pytest.raises(Mistake) as said:
        check(slug, names)
    assert "could not be checked" not in str(said.value)


@st.composite
def crops(draw):
    """Draw a piece of the mandrill that is not square, 64 to 96 pixels a side."""
    height, width = draw(st.lists(st.integers(64, 96), min_size=2, max_size=2, unique=True))
    y, x = draw(st.integers(0, 512 - height)), draw(st.integers(0, 512 - width))
    return WHOLE[:, y : y + height, x : x + width]


# How a tensor is kept: what it means stays the same, but for half precision's rounding.
STORED = {
    "as it is": lambda w: w,
    "float64": lambda w: w.double(),
    "half precision": lambda w: w.half(),
    "with a gradient": lambda w: w.clone().requires_grad_(),
    "columns first": lambda w: w.mT.contiguous().mT,
    "part of another": lambda w: torch.stack([w, -w], dim=-1)[..., 0],
}


def tf32(values):
    """Return float32 numbers rounded to 10 bits of mantissa, as a graphics card reads them."""
    return ((values.contiguous().view(torch.int32) + 4096) & -8192).view(torch.float32)


def conv(batch, w, stride):
    """Convolve by F.conv2d; a kernel of one channel goes over each channel by itself."""
    return F.conv2d(batch, w, stride=stride, groups=batch.shape[1] // w.shape[1])


def layer(batch, w, stride):
    """Convolve by a layer without bias."""
    c, (count, one, k, _) = batch.shape[1], w.shape
    made = nn.Conv2d(c, count, k, stride=stride, groups=c // one, bias=False)
    made.weight = nn.Parameter(w)
    return made(batch)


def dense(batch, w):
    """Return the kernel with all its zeros, from each channel to each."""
    return w if w.shape[1] == batch.shape[1] else torch.eye(3)[:, :, None, None] * w


def shifted(batch, w, stride):
    """Add up one shifted picture for each place of the window."""
    w, k, (height, width) = dense(batch, w), w.shape[2], batch.shape[2:]
    total = 0
    for i, j in itertools.product(range(k), repeat=2):
        piece = batch[:, :, i : height - k + 1 + i : stride, j : width - k + 1 + j : stride]
        total = total + torch.einsum("oc,nchw->nohw", w[:, :, i, j], piece)
    return total


def windows(batch, w, stride):
    """Multiply all windows with the kernel, by einsum."""
    seen = batch.unfold(2, w.shape[2], stride).unfold(3, w.shape[2], stride)
    return torch.einsum("nchwij,ocij->nohw", seen, dense(batch, w))


def matrix(batch, w, stride):
    """Multiply a matrix of weights with a matrix of windows."""
    k, (height, width) = w.shape[2], batch.shape[2:]
    made = dense(batch, w).flatten(1) @ F.unfold(batch, k, stride=stride)
    return made.reshape(1, len(w), (height - k) // stride + 1, (width - k) // stride + 1)


WAYS = {
    "F.conv2d": conv,
    "a layer": layer,
    "shifted pictures": shifted,
    "windows": windows,
    "a matrix product": matrix,
    "float64": lambda batch, w, s: conv(batch.double(), w.double(), s),
    "TF32": lambda batch, w, s: conv(tf32(batch), tf32(w), s),
    "kept in half precision": lambda batch, w, s: conv(batch, w, s).half(),
    "divided by 255, multiplied again": lambda batch, w, s: conv(batch / 255, w, s) * 255,
    "a larger kernel, divided again": lambda batch, w, s: conv(batch, 64 * w, s) / 64,
    "both on their sides": lambda batch, w, s: conv(batch.mT, w.mT, s).mT,
    "channels last": lambda batch, w, s: conv(
        batch.contiguous(memory_format=torch.channels_last), w, s
    ),
}
ways, stores = st.sampled_from(list(WAYS)), st.sampled_from(list(STORED))


@st.composite
def convolved(draw, kernels, stride=1, result="o"):
    """Draw a picture, three kernels, one a channel, as `w`, and what they make of the picture."""
    img, own = draw(crops()), draw(kernels)
    w = own[:, None] if draw(st.booleans()) else torch.eye(3)[:, :, None, None] * own
    w = STORED[draw(stores)](w)
    return {"img": img, "w": w, result: WAYS[draw(ways)](img[None], w.detach().float(), stride)}


@st.composite
def changed(draw, w, least=0.02):
    """Return a copy of `w` with one weight changed, by this share of the largest at least."""
    w, place = w.contiguous().clone(), draw(st.integers(0, w.numel() - 1))
    w.view(-1)[place] += draw(signs) * draw(st.floats(least, 1)) * w.abs().max()
    return w


@st.composite
def one_wrong_weight(draw, kernels, stride=1, result="o", least=0.02):
    """Draw `w` and its result as above, the result from before or after one weight was changed."""
    img, own = draw(crops()), draw(kernels)
    right = own[:, None] if draw(st.booleans()) else torch.eye(3)[:, :, None, None] * own
    wrong = draw(changed(right, least))
    return {
        "img": img,
        "w": wrong,
        result: conv(img[None], draw(st.sampled_from([wrong, right])), stride),
    }


# load, shape, grayscale


LOADED = {
    "by its bytes": lambda: (
        torch.frombuffer(bytearray(PIXELS.tobytes()), dtype=torch.uint8)
        .reshape(512, 512, 3)
        .permute(2, 0, 1)
        .float()
    ),
    "by NumPy": lambda: torch.from_numpy(PIXELS.transpose(2, 0, 1).astype(np.float32)),
    "by columns": lambda: torch.tensor(PIXELS.transpose(1, 0, 2)).permute(2, 1, 0).float(),
    "by channels": lambda: torch.stack([torch.tensor(PIXELS[..., c]).float() for c in range(3)]),
    "by rows": lambda: torch.stack([torch.tensor(row).T for row in PIXELS], dim=1).float(),
    "with a gradient": lambda: WHOLE.clone().requires_grad_(),
    "divided by 255, multiplied again": lambda: WHOLE / 255 * 255,
}


@pytest.mark.parametrize("way", LOADED)
def test_the_mandrill_passes_in_whatever_way_it_was_loaded(way):
    check("load", {"img": LOADED[way]()})


@few
@given(place=st.tuples(*map(st.integers, (0, 0, 0), (2, 511, 511))), by=signs)
def test_a_mandrill_of_which_one_pixel_is_off_by_1_is_refused(place, by):
    img = WHOLE.clone()
    img[place] += by
    refuse("load", {"img": img})


def sizes_of_the_face(img):
    """Return the shape of the piece that the given line cuts out of `img`."""
    height, width = img.shape[1:]
    unit = min(height, width) // 32
    return [3, height - unit, 20 * unit]


WHOLE_NUMBERS = [int, np.int64, np.uint16, np.array, torch.tensor, lambda n: torch.Size([n])[0]]


@quick
@given(
    img=crops() | st.just(WHOLE),
    kinds=st.lists(st.sampled_from(WHOLE_NUMBERS), min_size=3, max_size=3),
)
def test_the_three_sizes_pass_as_whole_numbers_of_any_kind(img, kinds):
    sizes = [kind(size) for kind, size in zip(kinds, sizes_of_the_face(img), strict=True)]
    check("shape", {"img": img} | dict(zip(("channels", "height", "width"), sizes, strict=True)))


@quick
@given(
    img=crops() | st.just(WHOLE),
    wrong=st.sampled_from(range(3)),
    by=signs,
    kind=st.sampled_from(WHOLE_NUMBERS),
)
def test_a_size_that_is_off_by_1_is_refused(img, wrong, by, kind):
    sizes = sizes_of_the_face(img)
    sizes[wrong] = kind(sizes[wrong] + by)
    refuse("shape", {"img": img} | dict(zip(("channels", "height", "width"), sizes, strict=True)))


THIRDS = torch.full((1, 3, 1, 1), 1 / 3)
GRAY = {
    "a mean": lambda img: img.mean(dim=0),
    "a sum": lambda img: img.sum(dim=0, keepdim=True) / 3,
    "thirds": lambda img: img[0] / 3 + img[1] / 3 + img[2] / 3,
    "einsum": lambda img: torch.einsum("chw,c->hw", img, THIRDS.flatten()),
    "a matrix product": lambda img: (img.permute(1, 2, 0) @ THIRDS[0, :, 0])[..., 0],
    "float64": lambda img: img.double().mean(dim=0),
    "a gradient": lambda img: img.clone().requires_grad_().mean(dim=0),
    "columns first": lambda img: img.mT.contiguous().mean(dim=0).mT,
    "divided by 255": lambda img: (img / 255).mean(dim=0) * 255,
    "a running mean": lambda img: img[0].lerp(img[1], 0.5).lerp(img[2], 1 / 3),
} | {
    f"a convolution: {way}": lambda img, way=way: WAYS[way](img[None], THIRDS, 1)[0]
    for way in WAYS
    if way != "kept in half precision"  # which has whole numbers and eighths near 255
}


@pytest.mark.parametrize("way", GRAY)
@settings(quick, max_examples=3)
@given(img=crops())
def test_the_mean_of_the_channels_passes_in_whatever_way_it_was_taken(way, img):
    check("grayscale", {"img": img, "gray": GRAY[way](img)})


@quick
@given(img=crops(), place=st.integers(0, 64 * 64 - 1), by=signs)
def test_a_grey_picture_of_which_one_pixel_is_off_by_1_is_refused(img, place, by):
    gray = img.mean(dim=0)
    gray.view(-1)[place] += by
    refuse("grayscale", {"img": img, "gray": gray})


# kaiming

SIGMA = (2 / 75) ** 0.5
NORMAL = {
    "kaiming_normal_": lambda: nn.init.kaiming_normal_(torch.empty(3, 3, 5, 5)),
    "fan-out, which is the same": lambda: nn.init.kaiming_normal_(
        torch.empty(3, 3, 5, 5), mode="fan_out", nonlinearity="relu"
    ),
    "randn": lambda: torch.randn(3, 3, 5, 5) * SIGMA,
    "normal_": lambda: torch.empty(3, 3, 5, 5).normal_(0, SIGMA),
    "torch.normal": lambda: torch.normal(0.0, SIGMA, (3, 3, 5, 5)),
    "normal_ in float64": lambda: torch.empty(3, 3, 5, 5).double().normal_(std=SIGMA).float(),
    "a layer's weight": lambda: nn.init.kaiming_normal_(nn.Conv2d(3, 3, 5).weight).detach(),
    "Xavier's, with a gain": lambda: nn.init.xavier_normal_(torch.empty(3, 3, 5, 5), 2**0.5),
    "a distribution": lambda: torch.distributions.Normal(0, SIGMA).sample((3, 3, 5, 5)),
    "Box and Muller": lambda: (
        (
            (-2 * torch.rand(225, dtype=torch.float64).log()).sqrt()
            * (2 * torch.pi * torch.rand(225)).cos()
            * SIGMA
        )
        .reshape(3, 3, 5, 5)
        .float()
    ),
}


@st.composite
def random_kernels(draw):
    """Draw a Kaiming-normal kernel of a spread that the contract lets pass."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(draw(st.integers(0, 2**32 - 1)))
        w = NORMAL[draw(st.sampled_from(list(NORMAL)))]()
    assume(0.84 < w.std() / SIGMA < 1.16)
    return w


@quick
@given(img=crops(), w=random_kernels(), store=stores, way=ways)
def test_a_kaiming_normal_kernel_passes_in_whatever_way_it_was_drawn(img, w, store, way):
    w = STORED[store](w)
    check("kaiming", {"img": img, "w": w, "o": WAYS[way](img[None], w.detach().float(), 1)})


@st.composite
def spoilt(draw, o):
    """Return `o` with one number changed, or all of them by a little, or moved by one place."""
    change = draw(st.sampled_from(["number", "constant", "factor", "rolled"]))
    if change == "number":
        o, place = o.clone(), draw(st.integers(0, o.numel() - 1))
        o.view(-1)[place] += draw(signs) * draw(shares) * o.abs().max()
        return o
    if change == "constant":
        return o + draw(signs) * draw(st.floats(0.05, 50))
    if change == "factor":
        return o * draw(st.sampled_from([0.98, 1.02, -1]))
    return o.roll(draw(signs), draw(st.sampled_from([1, 2, 3])))


@quick
@given(data=st.data(), img=crops(), w=random_kernels())
def test_a_random_kernel_with_a_spoilt_result_is_refused(data, img, w):
    refuse("kaiming", {"img": img, "w": w, "o": data.draw(spoilt(conv(img[None], w, 1)))})


# blur, identity, pooling


@st.composite
def smoothing(draw):
    """Draw one 5 × 5 kernel for all three channels or each: no weight negative, centred, sum 1."""
    count, weights = draw(st.sampled_from([1, 3])), st.floats(0, 1, width=32)
    w = torch.tensor(draw(arrays(np.float64, (count, 5, 5), elements=weights)))
    w[w < 1e-3] = 0
    if draw(st.booleans()):
        w = w + w.flip(1, 2)  # symmetric about the middle
    else:  # as much weight at the light end of rows and columns as centres them
        places = torch.arange(5.0).double() - 2
        down, right = w.sum(dim=2) @ places, w.sum(dim=1) @ places
        w[:, 0, 2] += down.clamp(min=0) / 2
        w[:, 4, 2] -= down.clamp(max=0) / 2
        w[:, 2, 0] += right.clamp(min=0) / 2
        w[:, 2, 4] -= right.clamp(max=0) / 2
    assume(w.sum(dim=(1, 2)).min() > 0.01)
    w = w / w.sum(dim=(1, 2), keepdim=True)
    assume(w.max() < 0.85)
    return w.float().expand(3, 5, 5)


named_blurs = st.sampled_from(
    [torch.full((5, 5), 1 / 25), torch.outer(b := torch.tensor([1.0, 4, 6, 4, 1]) / 16, b)]
    + [F.pad(torch.full(n, 1 / n.numel()), (2 - n[1] // 2,) * 2 + (2 - n[0] // 2,) * 2)
       for n in map(torch.Size, itertools.product((1, 3, 5), repeat=2)) if n.numel() > 1]
).map(lambda own: own.expand(3, 5, 5))  # fmt: skip
blurs = smoothing() | named_blurs
nothing = st.just(F.pad(torch.ones(3, 1, 1), (2, 2, 2, 2)))
quarters = st.just(torch.full((3, 2, 2), 1 / 4))


@quick
@given(names=convolved(blurs))
def test_any_blur_computed_in_any_way_passes(names):
    check("blur", names)


@pytest.mark.parametrize("way", ["F.conv2d", "TF32", "shifted pictures"])
def test_a_blur_of_the_whole_mandrill_passes(way):
    w = torch.full((3, 1, 5, 5), 1 / 25)
    check("blur", {"img": WHOLE, "w": w, "o": WAYS[way](WHOLE[None], w, 1)})


@quick
@given(names=one_wrong_weight(blurs, least=0.05))
def test_a_blur_with_one_wrong_weight_is_refused(names):
    refuse("blur", names)


@quick
@given(names=convolved(nothing), cut=st.booleans())
def test_the_kernel_that_does_nothing_passes_in_any_way(names, cut):
    names |= {"o": names["img"][None, :, 2:-2, 2:-2]} if cut else {}
    check("identity", names)


@quick
@given(names=one_wrong_weight(nothing))
def test_the_kernel_that_does_nothing_with_one_wrong_weight_is_refused(names):
    refuse("identity", names)


POOLED = {
    "F.avg_pool2d": lambda even: F.avg_pool2d(even, 2),
    "a layer": lambda even: nn.AvgPool2d(2)(even.clone().requires_grad_()),
    "float64": lambda even: F.avg_pool2d(even.double(), 2),
    "blocks": lambda even: even.unflatten(3, (-1, 2)).unflatten(2, (-1, 2)).mean(dim=(3, 5)),
    "windows": lambda even: even.unfold(2, 2, 2).unfold(3, 2, 2).mean(dim=(4, 5)),
    "rows, then columns": lambda even: (
        ((rows := (even[:, :, ::2] + even[:, :, 1::2]) / 2)[..., ::2] + rows[..., 1::2]) / 2
    ),
    "an area": lambda even: F.interpolate(even, scale_factor=0.5, mode="area"),
    "on its side": lambda even: F.avg_pool2d(even.mT, 2).mT,
    "half precision, which holds quarters": lambda even: F.avg_pool2d(even, 2).half(),
}


@quick
@given(names=convolved(quarters, 2, "res"), way=st.sampled_from(list(POOLED)))
def test_both_halved_pictures_pass_in_whatever_way_they_were_made(names, way):
    img = names["img"]
    even = img[None, :, : img.shape[1] // 2 * 2, : img.shape[2] // 2 * 2]
    check("pooling", names | {"pooled": POOLED[way](even)})


@quick
@given(names=one_wrong_weight(quarters, 2, "res"))
def test_a_pooling_kernel_with_one_wrong_weight_is_refused(names):
    refuse("pooling", names | {"pooled": F.avg_pool2d(names["img"][None], 2)})


# edge, sobel


@st.composite
def edge_kernels(draw):
    """Draw 3 × 3 weights that add up to 0, a known kernel or any other, in any scale and sign."""
    mat = draw(st.sampled_from([*EDGES, None]))
    if mat is None:
        weights = draw(arrays(np.float64, (3, 3), elements=st.floats(-1, 1)))
        mat = torch.tensor(weights - weights.mean()).float()
    assume(mat.abs().max() > 0.1)
    return draw(signs) * draw(powers) * mat / mat.abs().max()


# `mat` as a kernel over the grey picture, and over the three channels of the colour picture
LAYOUTS = {
    "grey": lambda mat: mat[None, None],
    "three thirds": lambda mat: mat.expand(1, 3, 3, 3) / 3,
    "three times": lambda mat: mat.repeat(1, 3, 1, 1),
}
layouts = st.sampled_from(list(LAYOUTS))


def batch_for(img, w):
    """Return the batch that this kernel convolves, in colour or in grey."""
    return img[None] if w.shape[1] == 3 else img[None].mean(dim=1, keepdim=True)


@quick
@given(img=crops(), mat=edge_kernels(), layout=layouts, store=stores, way=ways)
def test_any_edge_kernel_passes_in_any_scale_sign_and_layout(img, mat, layout, store, way):
    mat = STORED[store](mat)
    w = LAYOUTS[layout](mat)
    o = WAYS[way](batch_for(img, w), w.detach().float(), 1)
    check("edge", {"img": img, "mat": mat, "w": w, "o": o})


@quick
@given(data=st.data(), img=crops(), mat=edge_kernels(), layout=layouts)
def test_an_edge_kernel_with_one_wrong_weight_is_refused(data, img, mat, layout):
    w, wrong = LAYOUTS[layout](mat), data.draw(changed(mat))
    wrong_w = data.draw(changed(w))
    kernels = [(wrong, w), (mat, wrong_w), (wrong, LAYOUTS[layout](wrong))]
    kept, used = data.draw(st.sampled_from(kernels))
    o = conv(batch_for(img, w), data.draw(st.sampled_from([w, used])), 1)
    refuse("edge", {"img": img, "mat": kept, "w": used, "o": o})


STRENGTHS = {
    "a root": lambda x, y: (x**2 + y**2).sqrt(),
    "hypot": lambda x, y: torch.hypot(x, y)[0],
    "norm": lambda x, y: torch.cat([x, y]).norm(dim=0),
    "a complex number": lambda x, y: torch.complex(x, y).abs()[0, 0],
}


@quick
@given(img=crops(), scale=powers, sides=st.tuples(signs, signs), store=stores, way=ways,
       strength=st.sampled_from(list(STRENGTHS)))  # fmt: skip
def test_sobels_kernels_pass_in_any_scale_and_sign(img, scale, sides, store, way, strength):
    x, y = (
        STORED[store](side * scale * w) for side, w in zip(sides, (SOBEL, SOBEL.T), strict=True)
    )
    gray = img[None].mean(dim=1, keepdim=True)
    g_x, g_y = (WAYS[way](gray, w.detach().float()[None, None], 1).float() for w in (x, y))
    magnitude = STRENGTHS[strength](g_x, g_y)
    check("sobel", {"img": img, "sobel_x": x, "sobel_y": y, "magnitude": magnitude})


@quick
@given(data=st.data(), img=crops(), scale=powers, which=st.booleans(), left=st.booleans())
def test_sobels_kernels_with_one_wrong_weight_are_refused(data, img, scale, which, left):
    right = scale * SOBEL, scale * SOBEL.T
    wrong = data.draw(changed(right[which]))
    pair = (right[0], wrong) if which else (wrong, right[1])
    gray = img[None].mean(dim=1, keepdim=True)
    g_x, g_y = (conv(gray, w[None, None], 1) for w in (right if left else pair))
    x, y = pair
    refuse("sobel", {"img": img, "sobel_x": x, "sobel_y": y, "magnitude": torch.hypot(g_x, g_y)})


# by-hand, padding


def loops(image, kernel):
    """Correlate by two loops over the places of the window."""
    rows, columns = (n - k + 1 for n, k in zip(image.shape, kernel.shape, strict=True))
    output = torch.zeros(rows, columns)
    for y, x in itertools.product(range(rows), range(columns)):
        piece = image[y : y + kernel.shape[0], x : x + kernel.shape[1]]
        output[y, x] = (piece * kernel).sum()
    return output


BY_HAND = {
    "loops": loops,
    "F.conv2d": lambda image, kernel: F.conv2d(image[None, None], kernel[None, None])[0, 0],
    "turned and convolved, as in mathematics": lambda image, kernel: torch.tensor(
        signal.convolve(image.numpy(), kernel.numpy()[::-1, ::-1], mode="valid", method="direct")
    ),
    "by the Fourier transform": lambda image, kernel: torch.tensor(
        signal.fftconvolve(image.numpy(), kernel.numpy()[::-1, ::-1], mode="valid").copy()
    ),
    "windows": lambda image, kernel: torch.einsum(
        "yxij,ij->yx", image.unfold(0, kernel.shape[0], 1).unfold(1, kernel.shape[1], 1), kernel
    ),
    "a matrix product": lambda image, kernel: (
        kernel.reshape(1, -1) @ F.unfold(image[None, None], kernel.shape)[0]
    ).reshape(-1, image.shape[1] - kernel.shape[1] + 1),
    "with a gradient": lambda image, kernel: F.conv2d(
        image[None, None], kernel.clone().requires_grad_()[None, None]
    )[0, 0],
    "rows and columns exchanged": lambda image, kernel: loops(image.T, kernel.T).T,
}


@pytest.mark.parametrize("store", STORED)
@pytest.mark.parametrize("way", BY_HAND)
def test_a_convolution_by_hand_passes_whatever_computes_it(way, store):
    by_hand = BY_HAND[way]
    names = {"conv2d_by_hand": lambda image, kernel: STORED[store](by_hand(image, kernel))}
    check("by-hand", names)


@pytest.mark.parametrize("place", [*itertools.product(range(4), repeat=2)])
@pytest.mark.parametrize("end", [False, True], ids=["from the start", "from the end"])
def test_a_convolution_by_hand_that_ignores_one_weight_is_refused(place, end):
    def by_hand(image, kernel):
        kernel, (i, j) = kernel.clone(), place
        if i < kernel.shape[0] and j < kernel.shape[1]:
            kernel[(-1 - i, -1 - j) if end else (i, j)] = 0
        return loops(image, kernel)

    refuse("by-hand", {"conv2d_by_hand": by_hand})


SIZES = {  # of these kinds of image and kernel the contract speaks, or they are all there are
    "any": lambda image, kernel: True,
    "a square image": lambda image, kernel: image[0] == image[1],
    "a wide image": lambda image, kernel: image[0] < image[1],
    "a tall image": lambda image, kernel: image[0] > image[1],
    "a square kernel": lambda image, kernel: kernel[0] == kernel[1],
    "a wide kernel": lambda image, kernel: kernel[0] < kernel[1],
    "a tall kernel": lambda image, kernel: kernel[0] > kernel[1],
    "an even number of rows": lambda image, kernel: kernel[0] % 2 == 0,
    "an even number of columns": lambda image, kernel: kernel[1] % 2 == 0,
    "an odd number of rows": lambda image, kernel: kernel[0] % 2 == 1,
    "an odd number of columns": lambda image, kernel: kernel[1] % 2 == 1,
}


@quick
@given(size=st.sampled_from(list(SIZES)), place=st.integers(0, 1000), by=signs)
def test_a_convolution_by_hand_with_one_sum_off_by_a_tenth_is_refused(size, place, by):
    def by_hand(image, kernel):
        output = loops(image, kernel)
        if SIZES[size](image.shape, kernel.shape):
            output.view(-1)[place % output.numel()] += by / 10
        return output

    refuse("by-hand", {"conv2d_by_hand": by_hand})


def places(size, kernel, padding, stride):
    """Count the places at which a window begins, the padding's among them."""
    return len(range(-padding, size + padding - kernel + 1, stride))


OUTPUT_SIZES = {
    "counted": places,
    "rounded down": lambda size, kernel, padding, stride: (
        (size + 2 * padding - kernel) // stride + 1
    ),
    "rounded up": lambda n, k, p, s: -((k - 1 - n - 2 * p) // s),
    "cut": lambda n, k, p, s: int((n + 2 * p - k) / s) + 1,
    "asked of torch": lambda n, k, p, s: F.conv1d(
        torch.zeros(1, 1, n), torch.zeros(1, 1, k), padding=p, stride=s
    ).shape[2],
    "asked of NumPy": lambda n, k, p, s: len(
        np.lib.stride_tricks.sliding_window_view(np.zeros(n + 2 * p), k)[::s]
    ),
    "torch.div": lambda n, k, p, s: (
        torch.div(torch.tensor(n + 2 * p - k), s, rounding_mode="floor") + 1
    ),
    "a layer": lambda n, k, p, s: nn.Conv1d(1, 1, k, s, p)(torch.zeros(1, n)).shape[-1],
}


@pytest.mark.parametrize("kind", [int, np.int64, np.array, torch.tensor])
@pytest.mark.parametrize("way", OUTPUT_SIZES)
def test_the_size_of_the_output_passes_whatever_computes_it(way, kind):
    formula = OUTPUT_SIZES[way]
    names = {"output_size": lambda *case: kind(int(formula(*case))), "padding": kind(2)}
    check("padding", names)


@quick
@given(case=st.tuples(
    st.sampled_from([(), (0,), (1,)]), st.sampled_from([(), (1,), (2,), (3,), (4,), (5,)]),
    st.sampled_from([(), (0,), (1,), (2,)]), st.sampled_from([(), (1,), (2,), (3,)]),
), by=signs)  # fmt: skip
def test_a_formula_that_is_off_by_1_for_one_kind_of_case_is_refused(case, by):
    def output_size(size, kernel, padding, stride):
        kind = zip(case, (size % 2, kernel, padding, stride), strict=True)
        off = all(not wanted or value in wanted for wanted, value in kind)
        return places(size, kernel, padding, stride) + by * off

    refuse("padding", {"output_size": output_size, "padding": 2})


@quick
@given(padding=st.integers(-600, 600).filter(lambda n: n != 2))
def test_any_other_padding_is_refused(padding):
    refuse("padding", {"output_size": places, "padding": padding})


# separable, layers, learn

NUMBERS = [int, float, np.int64, np.float32, torch.tensor, lambda n: torch.tensor(float(n))]
numbers = st.sampled_from(NUMBERS)


@st.composite
def thin(draw):
    """Draw both thin kernels of the Gaussian, one as much larger as the other is smaller."""
    scale = draw(signs) * draw(powers)
    return (scale * BELL).reshape(1, 1, 1, 15).float(), (BELL / scale).reshape(1, 1, 15, 1).float()


@quick
@given(kernels=thin(), store=stores, cost=numbers, cost_1d=numbers)
def test_two_thin_passes_pass_in_any_scale_and_their_costs_as_any_number(
    kernels, store, cost, cost_1d
):
    row, column = map(STORED[store], kernels)
    costs = {"cost_2d": cost(225), "cost_1d": cost_1d(30)}
    check("separable", {"row_kernel": row, "column_kernel": column, **costs})


@quick
@given(data=st.data(), kernels=thin(), which=st.sampled_from(["row", "column", "2d", "1d"]))
def test_two_thin_passes_with_one_wrong_weight_or_cost_are_refused(data, kernels, which):
    names = dict(zip(("row_kernel", "column_kernel"), kernels, strict=True))
    names |= {"cost_2d": 225, "cost_1d": 30}
    if which in ("row", "column"):
        names[f"{which}_kernel"] = data.draw(changed(names[f"{which}_kernel"]))
    else:
        names[f"cost_{which}"] += data.draw(signs)
    refuse("separable", names)


@st.composite
def two_kernels(draw):
    """Draw the kernels of both layers, of any spread: normal, all alike likely or whole numbers."""
    noise = torch.Generator().manual_seed(draw(st.integers(0, 2**32 - 1)))
    made = [
        lambda *shape: torch.randn(shape, generator=noise),
        lambda *shape: 2 * torch.rand(shape, generator=noise) - 1,
        lambda *shape: torch.randint(-2, 3, shape, generator=noise).float(),
    ]
    kind, spread = draw(st.sampled_from(made)), draw(powers)
    return spread * kind(8, 3, 5, 5), spread * kind(4, 8, 3, 3)


LAYERS = {
    "ReLU, then pooling": lambda first: F.max_pool2d(first.relu(), 2),
    "pooling, then ReLU": lambda first: F.relu(F.max_pool2d(first, 2)),
    "modules": lambda first: nn.Sequential(nn.ReLU(), nn.MaxPool2d(2))(first),
    "a mask": lambda first: F.max_pool2d(first * (first > 0), 2),
    "windows": lambda first: first.clamp(min=0).unfold(2, 2, 2).unfold(3, 2, 2).amax(dim=(4, 5)),
    "rows, then columns": lambda first: F.max_pool2d(F.max_pool2d(first, (2, 1)), (1, 2)).relu(),
    "on its side": lambda first: F.max_pool2d(first.mT.relu(), 2).mT,
}
exact_ways = ways.filter(lambda way: way not in ("TF32", "kept in half precision"))


@quick
@given(img=crops(), kernels=two_kernels(), store=stores, first=exact_ways, second=exact_ways,
       between=st.sampled_from(list(LAYERS)), listed=st.sampled_from([tuple, list, torch.Size]),
       field=st.sampled_from(WHOLE_NUMBERS))  # fmt: skip
def test_two_layers_pass_in_whatever_way_they_were_made(
    img, kernels, store, first, second, between, listed, field
):
    w1, w2 = map(STORED[store], kernels)
    h = LAYERS[between](WAYS[first](img[None], w1.detach().float(), 1).float())
    o = WAYS[second](h, w2.detach().float(), 1)
    height, width = (n // 2 - 4 for n in img.shape[1:])
    predicted = {"shape": listed([1, 4, height, width]), "field": field(10)}
    check("layers", {"img": img, "w1": w1, "w2": w2, "o": o, **predicted})


@quick
@given(data=st.data(), img=crops(), kernels=two_kernels(),
       wrong=st.sampled_from(["w1", "w2", "o", "shape", "field"]))  # fmt: skip
def test_two_layers_with_one_wrong_number_are_refused(data, img, kernels, wrong):
    names = dict(zip(("w1", "w2"), kernels, strict=True))

    def made():
        return conv(LAYERS["modules"](conv(img[None], names["w1"], 1)), names["w2"], 1)

    names |= {"o": made(), "field": 10}
    names["shape"] = names["o"].shape
    if wrong == "shape":
        place, by = data.draw(st.integers(0, 3)), data.draw(signs)
        names["shape"] = [n + by * (i == place) for i, n in enumerate(names["shape"])]
    elif wrong == "field":
        names["field"] = data.draw(st.integers(-100, 1000).filter(lambda n: n != 10))
    else:
        names[wrong] = data.draw(changed(names[wrong]))
        off = (made() - names["o"]).abs().max()  # 0 where ReLU lets nothing of a map through
        assume(off > 5e-3 * names["o"].abs().max())
    refuse("layers", {"img": img, **names})


@st.composite
def falling(draw):
    """Draw losses of which the last is below the first, in a sequence of any kind."""
    losses = draw(st.lists(st.floats(0, 1e6, width=32), min_size=1, max_size=6))
    assume(len(losses) == 1 or losses[-1] < losses[0])
    return draw(
        st.sampled_from([list, tuple, np.array, torch.tensor, lambda v: [*map(torch.tensor, v)]])
    )(losses)


@quick
@given(off=arrays(np.float64, (3, 3), elements=st.floats(-0.009, 0.009)), losses=falling(),
       shape=st.sampled_from([(3, 3), (1, 1, 3, 3)]),
       store=stores.filter(lambda store: store != "half precision"))  # fmt: skip
def test_the_secret_kernel_passes_when_each_weight_is_within_a_hundredth(off, losses, shape, store):
    learned = (SECRET.double() + torch.tensor(off)).float().reshape(shape)
    check("learn", {"learned": STORED[store](learned), "losses": losses})


@quick
@given(place=st.integers(0, 8), off=st.floats(0.0102, 5), by=signs, losses=falling())
def test_the_secret_kernel_with_one_weight_off_by_more_is_refused(place, off, by, losses):
    learned = SECRET.clone()
    learned.view(-1)[place] += by * off
    refuse("learn", {"learned": learned, "losses": losses})


@quick
@given(losses=falling(), least=st.floats(0, 1e3))
def test_losses_that_do_not_fall_are_refused(losses, least):
    rising = [*map(float, losses), float(losses[0]) + least]
    refuse("learn", {"learned": SECRET, "losses": rising})
