# @title The checks of Going further: each raises Mistake where the answer is wrong
import math
from contextlib import suppress

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from practical.mandrill import MANDRILL
from practical.one_line import Mistake
from practical.pictures import jpg_to_torch
from practical.probes import alike, measured, require, scalar, spell

SECRET = torch.tensor([[-2.0, -1, 0], [-1, 1, 1], [0, 1, 2]])  # do not look
SOBEL = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def by_hand(answer):
    noise = torch.Generator().manual_seed(0)
    for size, k in ((5, 5), (3, 3)), ((5, 7), (2, 3)), ((7, 6), (4, 1)), ((4, 4), (4, 4)):
        image = torch.randint(1, 10, size, generator=noise).float()
        kernel = torch.randint(-3, 3, k, generator=noise) + 0.5
        name, given = f"conv2d_by_hand(image {size}, kernel {k})", [image.clone(), kernel.clone()]
        result = answer.result("conv2d_by_hand", name, *given)
        kept = torch.equal(image, given[0]) and torch.equal(kernel, given[1])
        require(kept, f"`{name}` changes its own arguments.")
        both = kernel[None, None], kernel[None, None].flip(2, 3)
        truth, turned = (F.conv2d(image[None, None], one)[0, 0] for one in both)
        causes = {"what F.conv2d makes with the kernel turned by 180°": turned}
        panels = {"given": image, "kernel": kernel}
        answer.require_result(name, result, truth, "what F.conv2d makes", causes, None, panels)


def padding(answer):
    steps, borders, sizes = (1, 2, 3, 5), (0, 1, 2), (5, 8, 9, 12)
    for case in [(n, k, p, s) for s in steps for p in borders for k in range(1, 6) for n in sizes]:
        (size, kernel, border, stride), it = case, f"output_size{case}"
        found = scalar(f"`{it}`", answer.result("output_size", it, *case), int, "whole number")
        right = len(range(0, size + 2 * border - kernel + 1, stride))
        measured(f"`{it}` is", found, right, 0)
    value = scalar("`padding`", answer.value("padding"), int, "whole number")
    measured(f"With a padding of {value}, 512 pixels become", 512 + 2 * value - 4, 512, 0)


def sobel(answer):
    x, y = (answer.tensor(name, (3, 3)) for name in ("sobel_x", "sobel_y"))
    ways, ramp = ("left to right", "top to bottom"), torch.tensor([-1.0, 0, 1])
    sides = ("sobel_x", x, *ways, "rows"), ("sobel_y", y.T, *ways[::-1], "columns")
    for name, kernel, to, other, lines in sides:
        rough, along, window = 1e-3 * kernel.abs().sum(), kernel @ ramp, "Of pixels -1, 0, 1 from"
        flat = f"A flat picture of 100 comes out of `{name}` as"
        measured(flat, 100 * kernel.sum(), 0, 100 * rough)
        measured(f"{window} {other} `{name}` makes", (ramp @ kernel).sum(), 0, rough)
        seen = f"{window} {to} the {lines} of `{name}` make {spell(along)}; wanted 1 : 2 : 1."
        require((along / along.sum() - SOBEL[:, 2] / 4).abs().max() < 2e-3, seen)
        measured(f"Between its two sides `{name}` has", kernel[:, 1], (0, 0, 0), rough)
    scale = x.abs().max() / y.abs().max()
    measured("The largest weights of `sobel_x` and `sobel_y` have the ratio", scale, 1)
    batch, value = answer.picture()[None].mean(dim=1, keepdim=True), answer.value("magnitude")
    g_x, g_y = (F.conv2d(batch, kernel[None, None])[0, 0] for kernel in (x, y))
    causes = {
        "|g_x| + |g_y|, without squares": g_x.abs() + g_y.abs(),
        "g_x² + g_y², without the root": g_x**2 + g_y**2,
        "the root of g_x² + g_x²: `sobel_y` has no part in it": torch.hypot(g_x, g_x),
        "g_x² + |g_y|: the root covers g_y² alone": g_x**2 + g_y.abs(),
        "the root of g_x + g_y, without squares": (g_x + g_y).sqrt(),
        "g_x² + g_y ** (2 ** 0.5): `**` comes before `+`": g_x**2 + g_y**2**0.5,
    }
    lead = tuple(getattr(value, "shape", ())) in ((1, *g_x.shape), (1, 1, *g_x.shape))
    value = value.reshape(g_x.shape) if lead else value
    bound = F.conv2d(batch.abs(), (x.abs() + y.abs())[None, None])[0, 0] / 2**10
    truth, what = torch.hypot(g_x, g_y), "what the formula gives for the mean of the channels"
    answer.require_result("magnitude", value, truth, what, causes, bound, {"given": batch[0]})


def separable(answer):
    row = answer.tensor("row_kernel", (1, 1, 1, 15))
    product = answer.tensor("column_kernel", (1, 1, 15, 1)) * row
    both = "A flat picture of 100 comes out of the two passes as"
    measured(both, 100 * product.sum(), 100, 0.1)
    bell, name = torch.exp(-((torch.arange(15) - 7.0) ** 2) / 18), "column_kernel * row_kernel"
    truth = torch.outer(bell, bell)[None, None] / bell.sum() ** 2
    answer.require_result(name, product, truth, "the Gaussian", {}, 2e-5)
    for name, right in ("cost_2d", 225), ("cost_1d", 30):
        cost = scalar(f"`{name}`", answer.value(name))
        require(cost == right, f"`{name}` is {cost}. Count the products for one pixel once more.")


def learn(answer):
    learned = answer.tensor("learned", (1, 1, 3, 3), (3, 3), finite=False).reshape(3, 3)
    value, losses = answer.value("losses"), []
    with suppress(Exception):
        listed = isinstance(value, list | tuple | np.ndarray | torch.Tensor)
        losses = [scalar("", loss) for loss in (value if listed else [])]
    kind = type(value).__name__
    require(losses, f"`losses` has to hold a plain number for each step; this {kind} does not.")
    ends = f"`losses` is {len(losses)} long, from {losses[0]:.3g} to {losses[-1]:.3g}"
    off = (learned - SECRET).abs().max()
    if off <= 0.01:
        finite = all(abs(loss) < math.inf for loss in losses)
        require(finite, f"{ends}, and not all of them are finite.")
        falls = len(losses) == 1 or losses[-1] < losses[0]
        return require(falls, f"{ends}; the last has to be below the first.")
    crop = jpg_to_torch(Image.open(MANDRILL))[None, :, :128, :128].mean(dim=1, keepdim=True) / 255
    crop = crop - crop.mean()
    target, w = F.conv2d(crop, SECRET[None, None]), torch.zeros(1, 1, 3, 3, requires_grad=True)
    speed, kept = 0, []
    for _ in range(5):  # the recipe of the text, but with every old gradient kept
        kept.append(F.mse_loss(F.conv2d(crop, w), target))
        kept[-1].backward()
        speed = 0.9 * speed + w.grad
        w.data -= speed
    old = [abs(a / b - 1) < 1e-3 for a, b in zip(losses, kept, strict=False)]
    total = abs(losses[0] / target.square().sum() - 1) < 1e-3
    seen = {
        "`learned` is all zeros at the end": not learned.any(),
        "`learned` is the secret kernel, turned by 180°": alike(learned, SECRET.flip(0, 1)),
        "In the first steps no gradient is forgotten before the next": len(old) > 2 and all(old),
        "All losses are the same": 1 == len({*losses}) < len(losses),
        "The first loss is a sum of squares, not a mean": total and not losses[-1] < losses[0],
        "`learned` holds nan or infinity": not learned.isfinite().all(),
        f"A weight of `learned` is off by {off:.4g}, more than 0.01": True,
    }
    raise Mistake(f"{next(words for words in seen if seen[words])}. {ends}.")
