# @title The checks of the nine exercises: each raises Mistake where the answer is wrong
import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from practical.mandrill import MANDRILL
from practical.one_line import Mistake
from practical.pictures import jpg_to_torch
from practical.probes import ORDER, alike, require, require_sums


def load(answer):
    hint = "PyTorch puts the channels first, and a single picture has no batch dimension."
    img = answer.tensor("img", (3, 512, 512), dtype=torch.float32, hint=hint)
    truth = jpg_to_torch(Image.open(MANDRILL))
    if alike(img, truth):
        return
    require(img.max() > 1.5, "The values lie between 0 and 1. Keep them between 0 and 255.")
    require(not alike(img, truth.flip(0)), "Red and blue are swapped: the order is RGB.")
    require(not alike(img, truth.mT), "The mandrill lies on its side: rows are not columns.")
    mirrored = any(alike(img, truth.flip(dims)) for dims in ([1], [2], [1, 2]))
    require(not mirrored, "The mandrill is upside down or mirrored.")
    shuffled = alike(img.flatten().sort().values, truth.flatten().sort().values)
    require(not shuffled, "The pixels are shuffled; `reshape` does that.")
    raise Mistake("This is another picture, or its values were changed.")


def shape(answer):
    sizes = tuple(answer.picture().shape)
    values = tuple(answer.value(name) for name in ("channels", "height", "width"))
    whole = all(isinstance(value, (int, np.integer)) for value in values)
    require(whole, "Each of the three is one int.")
    swapped = sorted(values) == sorted(sizes) and values != sizes
    require(not swapped, "The numbers are right, their order is not. What does torch put first?")
    require(values == sizes, f"{values} does not agree with the shape of `img`. Which is which?")


def grayscale(answer):
    img = answer.picture()
    size, hint = img.shape[1:], "Average over the channels, and over nothing else."
    gray = answer.tensor("gray", size, (1, *size), hint=hint).reshape(size)
    if alike(gray, img.mean(dim=0)):
        return
    require(not alike(gray, img.sum(dim=0)), "This is the sum of the channels: too bright.")
    require(not any(alike(gray, one) for one in img), "This is one channel; all three count.")
    by_eye = torch.einsum("c,chw->hw", torch.tensor([0.299, 0.587, 0.114]), img)
    require(not alike(gray, by_eye, 1), "These weights suit the eye; here all count the same.")
    raise Mistake("This is not the mean of the three channels.")


def kaiming(answer):
    w = answer.tensor("w", (3, 3, 5, 5), hint=ORDER)
    require(w.any(), "`w` is all zeros: reserved, but not filled.")
    require(w.mean().abs() < 0.3 * w.std(), "The values of `w` do not lie around 0.")
    require(w.abs().max() > 2 * w.std(), "No value lies far out: this is uniform, not normal.")
    ratio = w.std() / (2 / 75) ** 0.5
    require(ratio > 0.82, f"The values spread too little: σ is {w.std():.2g}. What is fan-in?")
    require(ratio < 1.25, f"The values spread too much: σ is {w.std():.2g}. What is fan-in?")
    answer.require_convolved("o", w)


def blur(answer):
    own = answer.channel_kernels(5)
    require(own.min() > -1e-6, "Some weights are negative, as for sharpening. A mean has none.")
    require_sums(own, 1)
    require(own.max() < 0.9, "Nearly all the weight is on one pixel, so nothing is blurred.")
    centre = torch.cat([own.sum(dim=2), own.sum(dim=1)]) @ torch.arange(5.0)
    require(alike(centre, torch.full((6,), 2.0)), "The picture moves: the weights lie off centre.")
    answer.require_convolved("o", answer.kernel(5))


def identity(answer):
    own = answer.channel_kernels(5)
    require_sums(own, 1)
    count = own.count_nonzero(dim=(1, 2)).max()
    require(count == 1, f"{count} pixels of a window count. How many may, if nothing changes?")
    require(own[:, 2, 2].all(), "The picture moves: the weight is not at the centre.")
    require((own[:, 2, 2] == 1).all(), "The picture becomes a little darker or brighter.")
    answer.require_convolved("o", answer.kernel(5))


def edge(answer):
    mat = answer.tensor("mat", (3, 3), hint="Three rows of three weights.")
    require(mat.any(), "`mat` is all zeros: it answers 0 to everything, edges included.")
    require_sums(mat[None], 0)
    w = answer.tensor("w", (1, 1, 3, 3), (1, 3, 3, 3), hint=ORDER)
    require(w[0].any(2).any(1).all(), "`w`, or a channel of it, is all zeros: was `mat` put in?")
    require_sums(w[0], 0)
    img = answer.picture()[None]
    expected = F.conv2d(img if w.shape[1] == 3 else img.mean(dim=1, keepdim=True), w)
    o = answer.tensor("o", expected.shape, hint="Look at batch, channels and padding.")
    scaled = [(values - values.mean()) / values.std() for values in (o, expected)]
    same = torch.equal(o, expected) or alike(*scaled)
    require(same, "`o` is not what F.conv2d makes of the picture and this `w`.")


def pooling(answer):
    truth = F.avg_pool2d(answer.picture()[None], 2)
    pooled = answer.tensor("pooled", truth.shape, hint="A batch of one, half as high and wide.")
    require(alike(pooled, truth), "`pooled` does not hold the mean of each block of 2 × 2 pixels.")
    require_sums(answer.channel_kernels(2), 1)
    answer.require_convolved("res", answer.kernel(2), stride=2)
    same = alike(answer.tensor("res", truth.shape), pooled)
    require(same, "The pixels of a block do not all count the same in `res`.")
