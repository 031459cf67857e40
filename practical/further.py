# @title The checks of Going further: each raises Mistake where the answer is wrong
import inspect
import traceback
from contextlib import suppress

import numpy as np
import torch
from IPython.utils.capture import capture_output
from torch import nn
from torch.nn import functional as F

from practical.one_line import Mistake, NotAttempted
from practical.probes import alike, as_numbers, measured, require, scalar, spell

SECRET = torch.tensor([[-2.0, -1, 0], [-1, 1, 1], [0, 1, 2]])  # do not look


# Say in which line of its own file a function stopped; "" if no frame there is in one line.
def stopped_in(function, error):
    file = getattr(getattr(inspect.unwrap(function), "__code__", None), "co_filename", None)
    frames = (f for f in traceback.extract_tb(error.__traceback__)[1:] if f.filename == file)
    return next((f" in `{f.line}`" for f in frames if f.line and f.lineno == f.end_lineno), "")


# Return what the student's function `name` returns; `call` is that call, as a sentence has it.
# Raises NotAttempted for a blank, Mistake for an error.
def returned(answer, name, call, *arguments):
    function = answer.value(name)
    try:
        with capture_output(), torch.random.fork_rng(devices=[]):
            result = function(*arguments)
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        said = f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(": .")[:200]
        kind = NotAttempted if said == "KeyboardInterrupt" or "ellipsis" in said else Mistake
        raise kind(f"`{call}` stops{stopped_in(function, error)} with {said}.") from None
    if result is ...:
        raise NotAttempted(f"not attempted. `{name}` still returns `...`.")
    require(result is not None, f"`{call}` returns None. Does it end in `return`?")
    return result


def by_hand(answer):
    noise, what = torch.Generator().manual_seed(answer.seed), "what F.conv2d makes"
    for size, k in ((4, 5), (2, 3)), ((5, 7), (3, 2)), ((7, 6), (3, 1)), ((4, 4), (4, 4)):
        kernel = torch.randint(-3, 3, k, generator=noise) + 0.5
        image = torch.randint(1, 10, size, generator=noise).float()
        it, given = f"conv2d_by_hand(image {size}, kernel {k})", [image.clone(), kernel.clone()]
        made = returned(answer, "conv2d_by_hand", it, *given)
        require(all(map(torch.equal, given, (image, kernel))), f"`{it}` changes its own arguments.")
        truth, turned = (F.conv2d(image[None], w[None, None])[0] for w in (kernel, kernel.rot90(2)))
        causes, given = {f"{what} with the kernel turned by 180°": turned}, {"given": image}
        try:
            answer.require_result(it, made, truth, what, causes, None, given | {"kernel": kernel})
        except Mistake:
            if answer.figure and made.shape == truth.shape:  # the smallest window that goes wrong
                y, x = divmod(int((as_numbers(it, made) - truth).abs().argmax()), truth.shape[1])
                for title, size in ("given", k), ("yours", (1, 1)), ("expected", (1, 1)):
                    answer.figure[title] = answer.figure[title][y:, x:][: size[0], : size[1]]
            raise


def padding(answer):
    steps, borders, sizes = (1, 2, 3, 5), (0, 1, 2), [n + answer.seed % 30 for n in (5, 8, 9, 12)]
    for case in [(n, k, p, s) for s in steps for p in borders for k in range(1, 6) for n in sizes]:
        (size, kernel, border, stride), it = case, f"output_size{case}"
        found = scalar(f"`{it}`", returned(answer, "output_size", it, *case), int, "whole number")
        measured(f"`{it}` is", found, len(range(0, size + 2 * border - kernel + 1, stride)), 0)
    value = scalar("`padding`", answer.value("padding"), int, "whole number")
    measured(f"With a padding of {value}, 512 pixels become", 512 + 2 * value - 4, 512, 0)


def sobel(answer):
    x, y = (answer.tensor(name, (3, 3)) for name in ("sobel_x", "sobel_y"))
    ways, ramp = ("left to right", "top to bottom"), torch.tensor([-1.0, 0, 1])
    sides = ("sobel_x", x, *ways, "rows"), ("sobel_y", y.T, *ways[::-1], "columns")
    for name, w, to, other, lines in sides:
        rough, along, window = 1e-3 * w.abs().sum(), w @ ramp, "Of pixels -1, 0, 1 from"
        measured(f"{window} {other} `{name}` makes", (ramp @ w).sum(), 0, rough)
        measured(f"The {lines} of `{name}` add up to", w.sum(dim=1), (0, 0, 0), rough)
        seen = f"{window} {to} the {lines} of `{name}` make {spell(along)}; wanted 1 : 2 : 1."
        require((along / along.sum() - torch.tensor([0.25, 0.5, 0.25])).abs().max() < 2e-3, seen)
        measured(f"Between its two sides `{name}` has", w[:, 1], (0, 0, 0), rough)
    measured("The largest of `sobel_x` by that of `sobel_y` is", x.abs().max() / y.abs().max(), 1)
    batch, value = answer.picture()[None].mean(dim=1, keepdim=True), answer.value("magnitude")
    g_x, g_y = (F.conv2d(batch, kernel[None, None])[0, 0] for kernel in (x, y))
    causes = {
        "|g_x| + |g_y|, without squares": g_x.abs() + g_y.abs(),
        "g_x² + g_y², without the root": g_x**2 + g_y**2,
        "the root of g_x² + g_x²: `sobel_y` has no part in it": torch.hypot(g_x, g_x),
        "the root of g_x + g_y, without squares": (g_x + g_y).sqrt(),
    }
    lead = tuple(getattr(value, "shape", ())) in ((1, *g_x.shape), (1, 1, *g_x.shape))
    value = value.reshape(g_x.shape) if lead else value
    bound = F.conv2d(batch.abs(), (x.abs() + y.abs())[None, None])[0, 0] / 2**10
    truth, what = torch.hypot(g_x, g_y), "what the formula gives for the mean of the channels"
    answer.require_result("magnitude", value, truth, what, causes, bound, {"given": batch[0]})


def separable(answer):
    row = answer.tensor("row_kernel", (1, 1, 1, 15))
    product = answer.tensor("column_kernel", (1, 1, 15, 1)) * row
    measured("A flat picture of 100 comes out of the two passes as", 100 * product.sum(), 100, 0.1)
    bell, name = torch.exp(-((torch.arange(15) - 7.0) ** 2) / 18), "column_kernel * row_kernel"
    truth = torch.outer(bell, bell)[None, None] / bell.sum() ** 2
    answer.require_result(name, product, truth, "the Gaussian", {}, 2e-5)
    for name, right in ("cost_2d", 225), ("cost_1d", 30):
        cost = scalar(f"`{name}`", answer.value(name))
        require(cost == right, f"`{name}` is {cost}. Count the products for one pixel once more.")


# Round as a GPU does that computes in TF32: to 10 bits.
def tf32(numbers):
    return ((numbers.contiguous().view(torch.int32) + 0x1000) & ~0x1FFF).view(torch.float32)


def layers(answer):
    w1, w2 = answer.tensor("w1", (8, 3, 5, 5)), answer.tensor("w2", (4, 8, 3, 3))
    require(w1.any() and w2.any(), f"`w{2 if w1.any() else 1}` is all zeros.")
    img, said, what = answer.picture()[None], answer.value("shape"), "what the two layers make"
    pooled = F.max_pool2d(first := F.conv2d(img, w1), 2)
    large, truth = F.conv2d(first.relu(), w2), F.conv2d(pooled.relu(), w2)
    kinds = [isinstance(n, int | np.integer) for n in said] if isinstance(said, tuple | list) else 0
    require(kinds == 4 * [True], f"`shape` is {said!r:.40}, not a tuple of four whole numbers.")
    at = {"after the first kernel": first, "after the pooling": pooled, "without pooling": large}
    for place, part in enumerate(("pictures", "channels", "rows", "columns")):
        near = [f", as many as {s}" for s, made in at.items() if made.shape[place] == said[place]]
        it = f"`shape` gives {said[place]} for the {part}{''.join(near[:1])}"
        require(said[place] == truth.shape[place], f"{it}; {what} has another number of them.")
    field = scalar("`field`", answer.value("field"), int, "whole number")
    sees = {5: "after the first kernel", 6: "after the pooling", 7: "of `o` without pooling"}
    near = f", as many pixels as a number {sees[field]} sees" if field in sees else ""
    rest = f"A number of `o` depends on {'more' if field < 10 else 'fewer'} pixels along one side."
    require(field == 10, f"`field` is {field}{near}. {rest}")
    net, bias = [value for value in answer.names.values() if isinstance(value, nn.Module)], {}
    with suppress(Exception):  # a net may be of any sort
        bias = {len(b): b.detach().cpu().float() for m in net for b in m.parameters() if b.ndim < 2}
    b1, b2 = (bias.get(n, torch.zeros(n)) for n in (8, 4))
    ways = {
        "with a bias": ((pooled + b1[:, None, None]).relu(), w2, b2),
        "without ReLU": (pooled, w2),
        "without max-pooling": (first.relu(), w2),
        "with average pooling": (F.avg_pool2d(first.relu(), 2), w2),
    }
    causes = ((f"{what}, {way}", F.conv2d(*ways[way])) for way in ways)
    value = as_numbers("o", answer.value("o"), finite=False)
    hidden = F.max_pool2d(F.conv2d(tf32(img), tf32(w1)), 2).relu()
    if not alike(value, F.conv2d(tf32(hidden), tf32(w2)), 1e-4 * truth.abs().max()):
        half = answer.names["o"].dtype == torch.float16  # rounded after each of the two layers
        near = 3e-3 * truth.abs().max() if half else None
        answer.require_result("o", answer.names["o"], truth, what, causes, near)


def learn(answer):
    learned = answer.tensor("learned", (1, 1, 3, 3), (3, 3), finite=False).reshape(3, 3)
    value, losses = answer.value("losses"), []
    with suppress(Exception):
        losses = [scalar("", loss) for loss in value] if hasattr(value, "__len__") else []
    require(losses, f"`losses` needs a number for each step; this {type(value).__name__} lacks it.")
    ends = f"`losses` is {len(losses)} long, from {losses[0]:.6g} to {losses[-1]:.6g}"
    off = (learned - SECRET).abs().max()
    if off <= 0.01:
        require(np.isfinite(losses).all(), f"{ends}, and not all of them are finite.")
        falls = len(losses) == 1 or losses[-1] < losses[0]
        return require(falls, f"{ends}; the last has to be below the first.")
    w, kept = torch.zeros(1, 1, 3, 3, requires_grad=True), []
    with suppress(Exception):  # `crop` and `target`, which are given, may be gone
        for _ in range(5):  # the recipe of the text, but with every old gradient kept
            kept.append(F.mse_loss(F.conv2d(answer.names["crop"], w), answer.names["target"]))
            kept[-1].backward()
            w.data -= 6 * w.grad
    old = [abs(a / b - 1) < 1e-3 for a, b in zip(losses, kept, strict=False)]
    total = kept and abs(losses[0] / kept[0] / answer.names["target"].numel() - 1) < 1e-3
    seen = {
        "`learned` is all zeros at the end": not learned.any(),
        "`learned` is the secret kernel, turned by 180°": alike(learned, SECRET.flip(0, 1)),
        "In the first steps no gradient is forgotten before the next": len(old) > 2 and all(old),
        "The first loss is a sum of squares, not a mean": total and not losses[-1] < losses[0],
        "`learned` holds nan or infinity": not learned.isfinite().all(),
        f"A weight of `learned` is off by {off:.6g}, more than 0.01": True,
    }
    raise Mistake(f"{next(words for words in seen if seen[words])}. {ends}.")


def discover(answer):
    img, value = answer.picture()[None], as_numbers("patches", answer.value("patches"))
    truth, what = F.unfold(img, 8, stride=4)[0].T, "each patch, in F.unfold's order, less its mean"
    truth -= truth.mean(dim=1, keepdim=True)
    look = torch.rand(192, 3, generator=torch.Generator().manual_seed(0))
    sides = [(one @ look).sort(dim=0).values for one in (value, truth) if one.shape[1:] == (192,)]
    if len(sides) < 2 or not alike(*sides, atol=0.1):  # the rows may stand in any order
        cut, sparse = (F.unfold(img, 8, stride=n)[0].T for n in (4, 8))
        rgb = cut.reshape(-1, 3, 64)
        causes = {
            "each patch with no mean taken off": cut,
            "each patch less a mean for each colour": (rgb - rgb.mean(2)[..., None]).flatten(1),
            "each patch less the mean of all patches": cut - cut.mean(dim=0),
            "each patch less one mean of all numbers": cut - cut.mean(),
            f"{what}, at a stride of 8": sparse - sparse.mean(dim=1, keepdim=True),
            f"{what}, with the colour last": truth.reshape(-1, 3, 64).mT.flatten(1),
        }
        answer.require_result("patches", answer.names["patches"], truth, what, causes)
    w, unit = answer.tensor("kernels", (36, 3, 8, 8)), torch.eye(36)
    made = (truth @ w.flatten(1).T) / len(truth) ** 0.5
    made, it = made.T @ made, "To these patches the answers of `kernels` have"
    rms, pair = made.diagonal().sqrt(), (made * (1 - unit)).abs().max()
    span = f"root mean squares from {rms.min():.3g} to {rms.max():.3g}; wanted 1 for each."
    require(((rms - 1).abs() < 0.02).all(), f"{it} {span}")
    require(pair < 0.02, f"{it} correlations of up to {pair:.2g}; wanted 0 for each two.")
    value, what = answer.value("features"), "what F.conv2d makes of the picture and `kernels`"
    right = F.conv2d(img, w, stride=4)
    causes = ((f"{what}, at a stride of {n}", F.conv2d(img, w, stride=n)) for n in (1, 8))
    bound = F.conv2d(img.abs(), w.abs(), stride=4) / 2**10
    answer.require_result("features", value, right, what, causes, bound)
