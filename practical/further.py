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
from practical.probes import alike, require, scalar, spell

SECRET = torch.tensor([[-2.0, -1, 0], [-1, 1, 1], [0, 1, 2]])  # do not look
SOBEL = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def by_hand(answer):
    noise = torch.Generator().manual_seed(0)
    for size, k in ((6, 6), (3, 3)), ((5, 7), (2, 3)), ((7, 6), (4, 1)), ((4, 4), (4, 4)):
        image = torch.randint(1, 10, size, generator=noise).float()
        kernel = torch.randint(-3, 3, k, generator=noise) + 0.5
        name, given = f"conv2d_by_hand(image {size}, kernel {k})", [image.clone(), kernel.clone()]
        result = answer.result("conv2d_by_hand", name, *given)
        kept = torch.equal(image, given[0]) and torch.equal(kernel, given[1])
        require(kept, f"`{name}` changes its own arguments.")
        both = kernel[None, None], kernel[None, None].flip(2, 3)
        truth, turned = (F.conv2d(image[None, None], one)[0, 0] for one in both)
        causes = {f"`{name}` is what F.conv2d makes with the kernel turned by 180°.": turned}
        panels = {"given": image, "kernel": kernel}
        answer.require_result(name, result, truth, "what F.conv2d makes", causes, None, panels)


def padding(answer):
    steps, borders, sizes = (1, 2, 3, 5), (0, 1, 2), (5, 8, 9, 12)
    for case in [(n, k, p, s) for s in steps for p in borders for k in range(1, 6) for n in sizes]:
        size, kernel, border, stride = case
        found = answer.result("output_size", f"output_size{case}", *case)
        found = scalar(f"output_size{case}", found, int, "whole number")
        right = len(range(0, size + 2 * border - kernel + 1, stride))
        require(found == right, f"output_size{case} returns {found}; F.conv2d makes {right}.")
    value = scalar("`padding`", answer.value("padding"), int, "whole number")
    require(value >= 0, f"`padding` is {value}; it counts pixels that are added.")
    require(value == 2, f"With a padding of {value}, 512 pixels become {512 + 2 * value - 4}.")


def sobel(answer):
    x, y = (answer.tensor(name, (3, 3)) for name in ("sobel_x", "sobel_y"))
    ways, ramp = ("left to right", "top to bottom"), torch.tensor([-1.0, 0, 1])
    sides = [("sobel_x", x, *ways, "row", "column"), ("sobel_y", y.T, *ways[::-1], "column", "row")]
    for name, kernel, to, other, line, across_line in sides:
        rough, along, across = 1e-3 * kernel.abs().sum(), kernel @ ramp, (ramp @ kernel).sum()
        flat = f"A flat picture of 100 comes out of `{name}` as {100 * kernel.sum():.4g}; wanted 0."
        require(kernel.sum().abs() <= rough, flat)
        window = "On a window that goes -1, 0, 1 from"
        seen = f"{window} {other} `{name}` gives {across:.4g}; wanted 0."
        require(across.abs() <= rough, seen)
        seen = f"{window} {to} the {line}s of `{name}` give {spell(along)}; wanted 1 : 2 : 1."
        require((along / along.sum() - SOBEL[:, 2] / 4).abs().max() < 2e-3, seen)
        middle = f"The middle {across_line} of `{name}` is {spell(kernel[:, 1])}; wanted is 0."
        require(kernel[:, 1].abs().max() < 1e-3 * kernel.abs().max(), middle)
    largest = [kernel.abs().max() for kernel in (x, y)]
    said = f"The largest weight of `sobel_x` is {largest[0]:.4g}, of `sobel_y` {largest[1]:.4g}"
    require(0.999 < largest[0] / largest[1] < 1.001, f"{said}: the two need the same scale.")
    batch, value = answer.picture()[None].mean(dim=1, keepdim=True), answer.value("magnitude")
    g_x, g_y = (F.conv2d(batch, kernel[None, None])[0, 0] for kernel in (x, y))
    causes = {
        "`magnitude` is |g_x| + |g_y|, without squares.": g_x.abs() + g_y.abs(),
        "`magnitude` is g_x² + g_y², without the root.": g_x**2 + g_y**2,
        "`magnitude` is the root of g_x² + g_x²: `sobel_y` has no part in it.": torch.hypot(
            g_x, g_x
        ),
        "`magnitude` is g_x² + |g_y|: the root covers g_y² alone.": g_x**2 + g_y.abs(),
        "`magnitude` is the root of g_x + g_y, without squares.": (g_x + g_y).sqrt(),
        "`magnitude` is g_x² + g_y ** (2 ** 0.5): `**` comes before `+`.": g_x**2 + g_y**2**0.5,
    }
    if tuple(getattr(value, "shape", ())) in ((1, *g_x.shape), (1, 1, *g_x.shape)):
        value = value.reshape(g_x.shape)
    bound = F.conv2d(batch.abs(), (x.abs() + y.abs())[None, None])[0, 0] / 2**10
    truth, what = torch.hypot(g_x, g_y), "what the formula gives for the mean of the channels"
    answer.require_result("magnitude", value, truth, what, causes, bound, {"given": batch[0]})


def separable(answer):
    row = answer.tensor("row_kernel", (1, 1, 1, 15))
    column = answer.tensor("column_kernel", (1, 1, 15, 1))
    product, bell = column * row, torch.exp(-((torch.arange(15) - 7.0) ** 2) / 18)
    flat = f"The two passes make {100 * product.sum():.5g} of a flat picture of 100; wanted 100."
    require((product.sum() - 1).abs() < 1e-3, flat)
    truth, name = (
        torch.outer(bell, bell)[None, None] / bell.sum() ** 2,
        "column_kernel * row_kernel",
    )
    answer.require_result(name, product, truth, "the Gaussian", {}, bound=2e-5)
    for name, cost, size in (
        ("cost_2d", 225, "15 × 15 weights"),
        ("cost_1d", 30, "two thin windows"),
    ):
        value = scalar(f"`{name}`", answer.value(name))
        require(value == cost, f"`{name}` is {value}. How many products do {size} take?")


def learn(answer):
    learned = answer.tensor("learned", (1, 1, 3, 3), (3, 3), finite=False).reshape(3, 3)
    value, losses = answer.value("losses"), []
    with suppress(Exception):
        if isinstance(value, list | tuple | np.ndarray | torch.Tensor):
            losses = [scalar("", loss) for loss in value]
    kind = f"`losses` is of type {type(value).__name__}"
    require(losses, f"{kind}; wanted is a list with one number for each step.")
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
    seen = {
        "`learned` is all zeros at the end": not learned.any(),
        "`learned` is the secret kernel, turned by 180°": alike(learned, SECRET.flip(0, 1)),
        "No gradient is forgotten before the next one": len(old) > 2 and all(old),
        "All losses are the same: no step counts, or one was kept each time": (
            1 == len({*losses}) < len(losses)
        ),
        f"The first loss, {losses[0]:.4g}, is a sum of squares, not their mean": (
            abs(losses[0] / target.square().sum() - 1) < 1e-3 and not losses[-1] < losses[0]
        ),
        "`learned` holds nan or infinity": not learned.isfinite().all(),
        f"A weight of `learned` is off by {off:.2g}, more than 0.01": True,
    }
    raise Mistake(f"{next(words for words in seen if seen[words])}. {ends}.")
