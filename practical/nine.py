# @title The checks of the nine exercises: each raises Mistake where the answer is wrong
import torch
from PIL import Image
from torch.nn import functional as F

from practical.mandrill import MANDRILL
from practical.one_line import NotAttempted
from practical.pictures import jpg_to_torch
from practical.probes import COLOURS, alike, require, scalar, spell


def load(answer):
    file, value = Image.open(MANDRILL), answer.value("img")
    grey = {"`img` is the file in grey, three times.": jpg_to_torch(file.convert("L"))}
    truth = jpg_to_torch(file)
    answer.require_result("img", value, truth, "what the file holds", grey, given={"given": truth})
    right = f"`img` holds the right values, but as {value.dtype}, not torch.float32."
    require(value.dtype == torch.float32, right)


def shape(answer):
    img = answer.picture()
    unit = min(img.shape[1:]) // 32
    face = img[:, unit:, 6 * unit : 26 * unit]
    known = {size: "a part of the shape of `img`" for size in img.shape}
    for what, size in zip(("channels", "rows", "columns"), face.shape, strict=True):
        known[size] = f"the number of {what} of `face`"
    for name, right in zip(("channels", "height", "width"), face.shape, strict=True):
        size = scalar(f"`{name}`", answer.value(name), int, "whole number")
        part = known.get(size, "no part of the shape of `face`")
        require(size == right, f"`{name}` is {size}, {part}.")


def grayscale(answer):
    img, value = answer.picture(), answer.value("gray")
    truth, eye = img.mean(dim=0), torch.tensor([0.299, 0.587, 0.114])
    if any(alike(truth, twin) for twin in (*img, truth.flip(0), truth.flip(1))):
        raise NotAttempted(
            "this `img` is grey or symmetric, so a wrong `gray` may look right. Run load."
        )
    causes = {f"`gray` is the {COLOURS[c]} channel alone.": img[c] for c in range(3)}
    causes["`gray` is the sum of the channels, not their mean."] = img.sum(dim=0)
    causes["`gray` weighs the channels as the eye does."] = torch.einsum("chw,c->hw", img, eye)
    if isinstance(value, torch.Tensor) and value.shape == (1, *truth.shape):
        value = value[0]
    what, bound = "the mean of the channels", truth / 2**11 + 0.01
    answer.require_result("gray", value, truth, what, causes, bound, {"given": img})


def kaiming(answer):
    w = answer.tensor("w", (3, 3, 5, 5))
    count, sigma, far = w.unique().numel(), w.std().item(), w.abs().max() / w.std()
    require(
        count > 150, f"The 225 numbers of `w` have {count} different values; random ones differ."
    )
    found = f"The mean of `w` is {w.mean() / sigma:.2g} σ; wanted is about 0."
    require(w.mean().abs() < 0.3 * sigma, found)
    found = f"No number of `w` lies farther from 0 than {far:.2g} σ"
    require(far > 2, f"{found}; of 225 normal ones, several lie beyond 2 σ.")
    other = {"2 / fan-in": 2 / 75, "√(1 / fan-in)": 75**-0.5, "√(2 / 25)": 0.283, "randn": 1.0}
    near = [f"; {words} gives {s:.2g}" for words, s in other.items() if abs(sigma / s - 1) < 0.1]
    found = f"The numbers of `w` spread with a σ of {sigma:.2g}{''.join(near)}."
    require(0.83 < sigma / (2 / 75) ** 0.5 < 1.17, f"{found} The formula asks for another.")
    answer.require_convolved("o", answer.picture()[None], w)


def blur(answer):
    w, own = answer.kernels(5)
    places = torch.arange(5) - 2.0
    for colour, kernel in own.items():
        low, high, it = kernel.min(), kernel.max(), f"the kernel of {colour}"
        require(low > -1e-6, f"A weight in {it} is {low:.3g}; in a mean none is negative.")
        others = f"the others add up to {1 - high:.2g}: {colour} hardly blurs"
        require(high < 0.9, f"One weight in {it} is {high:.3g}, {others}.")
        off = kernel.sum(dim=1) @ places, kernel.sum(dim=0) @ places
        where = f"On average the weights in {it} lie {spell(off)} rows and columns from its middle"
        require(max(map(abs, off)) < 0.01, f"{where}: {colour} shifts.")
    answer.require_convolved("o", answer.picture()[None], w)


def identity(answer):
    w, own = answer.kernels(5)
    for colour, kernel in own.items():
        places = torch.argwhere(kernel.abs() > 1e-5).tolist()
        mixed = f"{len(places)} weights in the kernel of {colour} are not 0: so many pixels mix."
        require(len(places) == 1, mixed)
        place = f"The weight in the kernel of {colour} is at {places[0]}: {colour} shifts."
        require(places == [[2, 2]], place)
    answer.require_convolved("o", answer.picture()[None], w)


def edge(answer):
    mat = answer.tensor("mat", (3, 3))
    require(mat.any(), "`mat` is all zeros: it answers 0 to everything, edges included.")
    flat = f"A flat picture of 100 comes out of `mat` as {100 * mat.sum():.5g}; wanted 0."
    require(mat.sum().abs() < 1e-3 * mat.abs().sum(), flat)
    w = answer.tensor("w", (1, 1, 3, 3), (1, 3, 3, 3))
    for c, own in enumerate(w[0]):
        require(own.any(), f"`w[0, {c}]` is all zeros.")
        part = own - mat * (own * mat).sum() / mat.square().sum()
        made = part.abs().max() < 2e-3 * own.abs().max()
        require(made, f"The numbers of `w[0, {c}]` are not those of `mat`, nor a multiple of them.")
    grey = w[0].sum(dim=0).abs().max() > 1e-3 * w.abs().max()
    require(grey, "The channels of `w` cancel: it makes 0 of every grey picture.")
    img = answer.picture()[None]
    batch = img if w.shape[1] == 3 else img.mean(dim=1, keepdim=True)
    answer.require_convolved("o", batch, w, stretched=True)


def pooling(answer):
    img, value = answer.picture()[None], answer.value("pooled")
    causes = {"`pooled` is the largest pixel of each block, not the mean.": F.max_pool2d(img, 2)}
    truth, what = F.avg_pool2d(img, 2), "the mean of each block of 2 × 2 pixels"
    answer.require_result("pooled", value, truth, what, causes, given={"given": img[0]})
    w, own = answer.kernels(2)
    for colour, kernel in own.items():
        found = f"The kernel of {colour} counts a block's four pixels as {spell(kernel.flatten())}."
        require((kernel - 1 / 4).abs().max() < 1e-3, found)
    answer.require_convolved("res", img, w, stride=2)
