# @title The checks of the nine exercises: each raises Mistake where the answer is wrong
import torch

from practical.mandrill import find_mandrill
from practical.pictures import jpg_to_torch
from practical.probes import COLOURS, measured, require, scalar, spell


def load(answer):
    file, value = find_mandrill(), answer.value("img")
    truth, grey = jpg_to_torch(file), jpg_to_torch(file.convert("L"))
    causes, given = {"the file in grey, three times": grey}, {"given": truth}
    answer.require_result("img", value, truth, "what the file holds", causes, None, given)
    require(value.dtype == torch.float32, f"`img` holds {value.dtype} numbers, not torch.float32.")


def shape(answer):
    img = answer.picture()
    face = img[:, (unit := min(img.shape[1:]) // 32) :, 6 * unit : 26 * unit]
    known = dict(zip(face.shape, ("channels", "rows", "columns"), strict=True))
    for name, right in zip(("channels", "height", "width"), face.shape, strict=True):
        size = scalar(f"`{name}`", answer.value(name), int, "whole number")
        part = f"the number of {known[size]} of" if size in known else "no part of the shape of"
        require(size == right, f"`{name}` is {size}, {part} the given `face`.")


def grayscale(answer):
    img, value = answer.picture(colours=True), answer.value("gray")
    truth, eye = img.mean(dim=0), torch.tensor([0.299, 0.587, 0.114])
    causes = {f"the {COLOURS[c]} channel alone": img[c] for c in range(3)}
    causes["the sum of the channels, not their mean"] = img.sum(dim=0)
    causes["weighed as the eye does it, not a plain mean"] = torch.einsum("chw,c->hw", img, eye)
    value = value[0] if getattr(value, "shape", None) == (1, *truth.shape) else value
    what, bound = "the mean of the channels", truth.abs() / 2**11 + 0.01
    answer.require_result("gray", value, truth, what, causes, bound, {"given": img})


def kaiming(answer):
    w = answer.tensor("w", (3, 3, 5, 5)).double()  # what `torch.empty` leaves can be squared, too
    count, sigma, far = w.unique().numel(), w.std(), w.abs().max() / w.std()
    require(count > 180, f"`w` holds only {count} different values in its 225 places.")
    measured("The mean of `w`, over its standard deviation, is", w.mean() / sigma, 0, 0.3)
    require(far > 2, f"`w` ends at {far:.2g} σ; uniform numbers end at 1.7, normal ones pass 2.")
    other = {"2 / fan-in": 2 / 75, "√(1 / fan-in)": 75**-0.5, "√(2 / 25)": 0.283, "randn's": 1}
    near = [f", near {words}," for words, s in other.items() if abs(sigma / s - 1) < 0.1]
    measured(f"The σ of `w`{''.join(near)} is", sigma, (2 / 75) ** 0.5, 0.0278)
    answer.require_convolved("o", answer.picture()[None], w.float())


def blur(answer):
    w, own = answer.kernels(5)
    places = torch.arange(5) - 2.0
    for it, kernel in own.items():
        low, high = kernel.min(), kernel.max()
        require(low > -1e-6, f"A weight in {it} is {low:.3g}; in a mean none is negative.")
        require(high < 0.9, f"A weight in {it} is {high:.3g}: that colour hardly blurs.")
        off = kernel.sum(dim=1) @ places, kernel.sum(dim=0) @ places
        measured(f"The mean place of the weights in {it}, from its middle, is", off, (0, 0), 0.01)
    answer.require_convolved("o", answer.picture()[None], w)


def identity(answer):
    w, own = answer.kernels(5)
    for it, kernel in own.items():
        places = torch.argwhere(kernel.abs() > 1e-5).tolist()
        require(len(places) == 1, f"{len(places)} weights in {it} are beyond ±1e-5: so many mix.")
        require(places == [[2, 2]], f"The weight in {it} is at {places[0]}: that colour shifts.")
    answer.require_convolved("o", answer.picture()[None], w)


def edge(answer):
    mat, img = answer.tensor("mat", (3, 3)), answer.picture()[None]
    require(mat.any(), "`mat` is all zeros: it answers 0 to everything, edges included.")
    measured("A flat picture of 100 comes out of `mat` as", 100 * mat.sum(), 0, mat.norm(1) / 10)
    w = answer.tensor("w", (1, 1, 3, 3), (1, 3, 3, 3))
    for c, own in enumerate(w[0]):
        own, unit = own / own.abs().max(), mat / mat.abs().max()  # nan if all are zeros
        made = (own - unit * (own * unit).sum() / unit.square().sum()).abs().max() < 2e-3
        require(made, f"`w[0, {c}]` is not `mat`, nor `mat` times a number other than 0.")
    seen = w[0].sum(dim=0).abs().max() > 1e-3 * w.abs().max()
    require(seen, "Of every grey picture `w` makes 0: its channels cancel.")
    batch = img if w.shape[1] == 3 else img.mean(dim=1, keepdim=True)
    answer.require_convolved("o", batch, w, free=True)


def pooling(answer):
    img, value = answer.picture()[None], answer.value("pooled")
    causes = {"the largest pixel of each block, not the mean": torch.max_pool2d(img, 2)}
    truth, what = torch.nn.functional.avg_pool2d(img, 2), "the mean of each block of 2 × 2 pixels"
    answer.require_result("pooled", value, truth, what, causes, None, {"given": img[0]})
    w, own = answer.kernels(2)
    for it, kernel in own.items():
        even = (kernel - 1 / 4).abs().max() < 1e-3
        require(even, f"A block's four pixels count {spell(kernel.flatten())} in {it}.")
    answer.require_convolved("res", img, w, stride=2)
