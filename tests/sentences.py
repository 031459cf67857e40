"""What each sentence of a check claims, computed anew: without the check's code, with NumPy.

`is_true` finds the form of a sentence in FORMS and asks the function below it. A sentence of no
known form, or with a wrong number in it, is not true.
"""

import ast
import math
import re
from unittest.mock import Mock

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from notebooks import ROOT

FORMS = []
SHAPES = {"mat": (3, 3), "learned": (1, 1, 3, 3), "sobel_x": (3, 3), "sobel_y": (3, 3)}
SHAPES |= {"row_kernel": (1, 1, 1, 15), "column_kernel": (1, 1, 15, 1)}
SHAPES |= {"w1": (8, 3, 5, 5), "w2": (4, 8, 3, 3), "kernels": (36, 3, 8, 8)}
KERNELS = {"edge": (1, 1, 3, 3), "pooling": (3, 3, 2, 2)}
CHANGES = {
    "torn apart as by `reshape`": lambda a: np.moveaxis(a, -3, -1).reshape(a.shape),
    "with red and blue swapped": lambda a: np.flip(a, -3),
    "on its side, rows for columns": lambda a: np.swapaxes(a, -1, -2),
    "upside down": lambda a: np.flip(a, -2),
    "mirrored": lambda a: np.flip(a, -1),
    "turned by 180°": lambda a: np.flip(a, (-1, -2)),
    "turned by 90° to the left": lambda a: np.rot90(a, 1, (-2, -1)),
    "turned by 90° to the right": lambda a: np.rot90(a, 3, (-2, -1)),
    "without its signs": np.abs,
    "cut off below 0": lambda a: np.maximum(a, 0),
    "cut off below 0 and above 255": lambda a: np.clip(a, 0, 255),
    "wrapped by `% 256`": lambda a: np.mod(a, 256),
    "rounded down": np.floor,
}


def form(pattern):
    """Make of a function the judge of all sentences of this form; it gets the groups in it."""

    def keep(judge):
        FORMS.append((re.compile(pattern + r"\s*"), judge))
        return judge

    return keep


def form_of(message):
    """Return which of FORMS the line `✗ slug: …` has first, None if it has none."""
    text = message.partition(": ")[2]
    return next((place for place, (p, _) in enumerate(FORMS) if p.fullmatch(text)), None)


def is_true(message, about):
    """Say whether the line `✗ slug: …` is true, `about` the answer that it was said to."""
    text = message.partition(": ")[2]
    with np.errstate(all="ignore"):
        return any(judge(about, *m.groups()) for p, judge in FORMS if (m := p.fullmatch(text)))


def array(value):
    """Return the numbers of a tensor as float64."""
    return value.detach().to(torch.float64).numpy()


def same(one, other, atol=None):
    """Say whether two arrays, or numbers, are of one shape and equal but for rounding."""
    one, other = np.asarray(one, float), np.asarray(other, float)
    atol = 3e-4 * np.max(np.abs(other[np.isfinite(other)]), initial=0) if atol is None else atol
    return one.shape == other.shape and np.allclose(one, other, 2e-3, atol, equal_nan=True)


def numbers(text):
    """Return the numbers in a text such as `(20, 100, 0)`."""
    return [float(word) for word in re.findall(r"-?\b\d+\.?\d*(?:e[+-]?\d+)?\b|-?inf|nan", text)]


class About:
    """An answer: its exercise, its names, and what each call of its function got and gave."""

    def __init__(self, slug, names):
        self.slug, self.names, self.calls = slug, names, []
        for name in ("conv2d_by_hand", "output_size"):
            if callable(names.get(name)):
                names[name] = Mock(side_effect=self.recorded(names[name]))

    def recorded(self, function):
        """Return the function, made to keep copies of its arguments, and its result or error."""

        def call(*arguments):
            before = [a.clone() if isinstance(a, torch.Tensor) else a for a in arguments]
            self.calls.append({"before": before, "after": arguments})
            try:
                self.calls[-1]["result"] = function(*arguments)
            except (Exception, SystemExit) as error:
                self.calls[-1]["error"] = error
                raise
            return self.calls[-1]["result"]

        return call

    def value(self, name):
        """Return what a sentence calls `name`: a name, an expression, or the last call."""
        if name.startswith(("conv2d_by_hand(", "output_size(")):
            sizes = [
                tuple(one.shape) if isinstance(one, torch.Tensor) else one
                for one in self.calls[-1]["before"]
            ]
            assert [str(n) for n in sizes] == re.findall(
                r"\(\d+, \d+\)|(?<![(\d])\d+(?=[,)])", name.partition("(")[2]
            )
            return self.calls[-1]["result"]
        return eval(name, dict(self.names))

    def batch(self):
        """Return `img` as a batch of float64, grey where the kernel has one channel."""
        img = array(self.names["img"])[None]
        grey = self.slug == "sobel" or (self.slug == "edge" and self.names["w"].shape[1] == 1)
        return img.mean(axis=1, keepdims=True) if grey else img

    def convolved(self, kernel, stride=1, padding=0):
        """Return the batch, convolved in float64."""
        if kernel.shape[1] == 1 and self.slug != "edge":
            kernel = np.eye(3)[:, :, None, None] * kernel if self.slug != "sobel" else kernel
        tensors = torch.from_numpy(self.batch().copy()), torch.from_numpy(kernel.copy())
        return F.conv2d(*tensors, stride=stride, padding=padding).numpy()

    def truth(self, name):
        """Return the numbers that `name` should hold."""
        if name == "img":
            return np.asarray(Image.open(ROOT / "data/mandril.jpg"), float).transpose(2, 0, 1)
        if name == "gray":
            return array(self.names["img"]).mean(axis=0)
        if self.slug == "layers":
            return TWO_LAYERS["as they are"](*self.two_layers())
        if name == "patches":
            return PATCHES[LESS_ITS_MEAN](array(self.names["img"]))
        if name == "features":
            return self.maps(4)
        if name in ("o", "res"):
            return self.convolved(array(self.names["w"]), 2 if name == "res" else 1)
        if name == "pooled":
            img = self.batch()[
                :, :, : self.names["img"].shape[1] // 2 * 2, : self.names["img"].shape[2] // 2 * 2
            ]
            return sum(img[:, :, y::2, x::2] for y in (0, 1) for x in (0, 1)) / 4
        if name == "magnitude":
            return np.hypot(*self.gradients())
        if name.startswith("conv2d_by_hand("):
            return over(*map(array, self.calls[-1]["before"]))
        bell = np.exp(-((np.arange(15) - 7) ** 2) / 18)
        return (np.outer(bell, bell) / bell.sum() ** 2)[None, None]

    def two_layers(self):
        """Return what the first kernel makes, and a function that applies the second."""
        w1, w2 = (array(self.names[name]) for name in ("w1", "w2"))
        return correlated(self.batch()[0], w1), lambda maps: correlated(maps, w2)[None]

    def maps(self, stride):
        """Return the products of all patches at this stride with `kernels`, as pictures."""
        windows = each_window(array(self.names["img"]), stride)
        return np.tensordot(array(self.names["kernels"]), windows, ((1, 2, 3), (2, 3, 4)))[None]

    def gradients(self):
        """Return what the two kernels of Sobel's make of the grey picture."""
        kernels = (array(self.names[name]) for name in ("sobel_x", "sobel_y"))
        return [self.convolved(kernel[None, None])[0, 0] for kernel in kernels]

    def own(self, name):
        """Return the numbers of `name`, without a leading 1 where both ways are right."""
        value = array(self.value(name))
        return value.squeeze() if name in ("gray", "magnitude") and value.size > 1 else value


@form(r"`(.+)` is of type (\w+), not a torch tensor of real numbers\.")
def _(about, name, kind):
    value = about.value(name)
    return type(value).__name__ == kind and not isinstance(value, torch.Tensor)


@form(r"`(.+)` is not filled with real numbers\.")
def _(about, name):
    value = about.value(name)
    return value.is_complex() or value.is_sparse or value.is_meta


@form(r"`(.+)` has the shape (\(.*?\)), not (\(.*?\))\..*")
def _(about, name, shape, wanted):
    right = SHAPES.get(name) or (
        KERNELS.get(about.slug, (3, 3, 5, 5)) if name == "w" else about.truth(name).shape
    )
    given = tuple(about.value(name).shape)
    return (str(given), wanted) == (shape, str(tuple(right))) and given != right


@form(r"`(.+)` holds nan or infinity at (\d+) of (\d+) places\.")
def _(about, name, odd, places):
    value = array(about.value(name))
    return (np.count_nonzero(~np.isfinite(value)), value.size) == (int(odd), int(places))


@form(r"`(.+)` is [^;]+?, (times|divided by|plus) (.+?)(?:, plus (.+))?\.")
def _(about, name, kind, first, second):
    own, truth = about.own(name), about.truth(name)
    factor = {"plus": lambda: 1, "times": lambda: first, "divided by": lambda: 1 / float(first)}
    term = numbers((first if kind == "plus" else second) or "0")
    shaped = np.reshape(term, (-1, 1, 1)) if len(term) > 1 else term[0]
    return same(own, float(factor[kind]()) * truth + shaped, 3e-3 * own.std())


@form(r"`(.+)` is [^;]+?, (" + "|".join(map(re.escape, CHANGES)) + r")\.")
def _(about, name, change):
    own, truth = about.own(name), about.truth(name)
    colours = change != "with red and blue swapped" or truth.shape[-3] == 3
    return colours and same(own, CHANGES[change](truth))


@form(r"`(\w+)` is .+, but with a padding of (\d+)\.")
def _(about, name, padding):
    stride, w = 2 if name == "res" else 1, array(about.names["w"])
    return same(about.own(name), about.convolved(w, stride, int(padding)))


@form(r"`(\w+)` is .+, but with a stride of 1\.")
def _(about, name):
    return same(about.own(name), about.convolved(array(about.names["w"])))


@form(r"`(\w+)` is .+, but with `w` turned by 180°\.")
def _(about, name):
    turned = np.flip(array(about.names["w"]), (2, 3))
    return same(about.own(name), about.convolved(turned, 2 if name == "res" else 1))


@form(r"At (\[.*\]) `(.+)` is (\S+); .+ is (\S+)\.")
def _(about, place, name, found, wanted):
    index = tuple(ast.literal_eval(place))
    own, truth = about.own(name), about.truth(name)
    return own.shape == truth.shape and same(
        [own[index], truth[index]], numbers(f"{found} {wanted}")
    )


@form(r"`img` is the file in grey, three times\.")
def _(about):
    grey = np.asarray(Image.open(ROOT / "data/mandril.jpg").convert("L"), float)
    return same(about.own("img"), np.stack([grey] * 3))


@form(r"`img` holds (\S+) numbers, not torch\.float32\.")
def _(about, dtype):
    return str(about.names["img"].dtype) == dtype and same(about.own("img"), about.truth("img"))


@form(r"(`?)(.+?)\1 is of type (\w+), not one (whole )?number\.")
def _(about, _, name, kind, whole):
    value = about.value(name)
    number = value.item() if np.ndim(value) == 0 and hasattr(value, "item") else value
    right = isinstance(number, int if whole else (int, float))
    return type(value).__name__ == kind and not right


@form(r"`(channels|height|width)` is (-?\d+), (.+)\.")
def _(about, name, found, said):
    unit = min(about.names["img"].shape[1:]) // 32
    channels, height, width = np.asarray(about.names["img"])[:, unit:, 6 * unit : 26 * unit].shape
    known = {channels: "channels", height: "rows", width: "columns"}
    right = {"channels": channels, "height": height, "width": width}[name]
    part = f"the number of {known[int(found)]}" if int(found) in known else "no part of the shape"
    found = int(about.names[name]) == int(found) != right
    return found and said == f"{part} of the given `face`"


@form(r"`gray` is the (red|green|blue) channel alone\.")
def _(about, colour):
    return same(
        about.own("gray"), array(about.names["img"])[["red", "green", "blue"].index(colour)]
    )


@form(r"`gray` is the sum of the channels, not their mean\.")
def _(about):
    return same(about.own("gray"), array(about.names["img"]).sum(axis=0))


@form(r"`gray` is weighed as the eye does it, not a plain mean\.")
def _(about):
    weighed = np.tensordot([0.299, 0.587, 0.114], array(about.names["img"]), 1)
    return same(about.own("gray"), weighed)


@form(r"`w` holds only (\d+) different values in its 225 places\.")
def _(about, count):
    return len(np.unique(array(about.names["w"]))) == int(count) < 225


@form(r"The mean of `w`, over its standard deviation, is (\S+); wanted 0\.")
def _(about, mean):
    w = array(about.names["w"])
    return same(w.mean() / w.std(ddof=1), float(mean)) and abs(float(mean)) > 0.29


@form(r"The σ of `w`(?:, near (.+),)? is (\S+); wanted (\S+)\.")
def _(about, words, found, wanted):
    other = {"2 / fan-in": 2 / 75, "√(1 / fan-in)": 75**-0.5, "√(2 / 25)": 0.08**0.5, "randn's": 1}
    true = same(array(about.names["w"]).std(ddof=1), float(found))
    near = not words or abs(float(found) / other[words] - 1) < 0.11
    return true and near and same(math.sqrt(2 / 75), float(wanted))


@form(r"`w` ends at (\S+) σ; uniform numbers end at 1\.7, normal ones pass 2\.")
def _(about, far):
    w = array(about.names["w"])
    return same(np.abs(w).max() / w.std(ddof=1), float(far), 0.06) and float(far) <= 2


@form(r"(Pure red|Pure green|Pure blue|A flat picture of 100) comes out as (.+); wanted (.+)\.")
def _(about, probe, found, wanted):
    w, k = array(about.names["w"]), about.names["w"].shape[-1]
    w = np.eye(3)[:, :, None, None] * w if w.shape[1] == 1 else w
    colours = {"Pure red": (100, 0, 0), "Pure green": (0, 100, 0), "Pure blue": (0, 0, 100)}
    given = np.multiply.outer(colours.get(probe, (100, 100, 100)), np.ones((k, k)))
    made = [sum(over(g, own)[0, 0] for g, own in zip(given, out, strict=True)) for out in w]
    right = same(made, numbers(found), 0.006) and found != wanted
    return right and numbers(wanted) == list(given[:, 0, 0])


@form(r"The weights of `w\[(\d), (\d)\]` are not all 0 \(sum (\S+)\): (\w+) leaks into (\w+)\.")
def _(about, to, of, total, source, target):
    own, colours = array(about.names["w"])[int(to), int(of)], ["red", "green", "blue"]
    named = (colours[int(of)], colours[int(to)]) == (source, target)
    return named and own.any() and same(own.sum(), float(total), 1e-3 * np.abs(own).max())


def kernel_of(about, colour):
    """Return the kernel that leads from a colour to the same colour."""
    w, c = array(about.names["w"]), ["red", "green", "blue"].index(colour)
    return w[c, c if w.shape[1] == 3 else 0]


@form(r"The mean place of the weights in the kernel of (\w+), from its middle, is (.+); wanted .+")
def _(about, colour, off):
    own = kernel_of(about, colour)
    y, x = np.indices(own.shape) - (len(own) - 1) / 2
    return same([(own * y).sum(), (own * x).sum()], numbers(off), 1e-3) and own.min() > -1e-5


@form(r"A weight in the kernel of (\w+) is (\S+); in a mean none is negative\.")
def _(about, colour, low):
    return same(kernel_of(about, colour).min(), float(low)) and float(low) < 0


@form(r"A weight in the kernel of (\w+) is (\S+): that colour hardly blurs\.")
def _(about, colour, high):
    return same(kernel_of(about, colour).max(), float(high)) and float(high) >= 0.9


@form(r"(\d+) weights in the kernel of (\w+) are beyond ±1e-5: so many mix\.")
def _(about, count, colour):
    return np.count_nonzero(np.abs(kernel_of(about, colour)) > 1e-5) == int(count) != 1


@form(r"The weight in the kernel of (\w+) is at (\[.+\]): that colour shifts\.")
def _(about, colour, place):
    own = kernel_of(about, colour)
    return np.argwhere(own).tolist() == [ast.literal_eval(place)] != [[2, 2]]


@form(r"`mat` is all zeros: it answers 0 to everything, edges included\.")
def _(about):
    return not array(about.names["mat"]).any()


@form(r"The (rows|columns) of `(sobel_[xy])` add up to (\(.+?\)); wanted \(0, 0, 0\)\.")
def _(about, lines, name, found):
    own, across = array(about.names[name]), 1 if lines == "rows" else 0
    sums, found = own.sum(axis=across), numbers(found)
    return (lines == "rows") == (name == "sobel_x") and same(sums, found, 1e-3) and np.any(found)


@form(r"A flat picture of 100 comes out of `(\w+)` as (\S+); wanted 0\.")
def _(about, name, found):
    made = over(np.full((3, 3), 100.0), array(about.names[name]))[0, 0]
    return same(made, float(found)) and float(found) != 0


@form(r"Of every grey picture `w` makes 0: its channels cancel\.")
def _(about):
    w = array(about.names["w"])
    return w.any() and np.abs(w[0].sum(axis=0)).max() <= 2e-3 * np.abs(w).max()


@form(r"`w\[0, (\d)\]` is not `mat`, nor `mat` times a number other than 0\.")
def _(about, c):
    own, mat = array(about.names["w"])[0, int(c)].ravel(), array(about.names["mat"]).ravel()
    part = own - mat * (own @ mat) / (mat @ mat)
    return not own.any() or np.abs(part).max() > 1e-3 * np.abs(own).max()


@form(r"`pooled` is the largest pixel of each block, not the mean\.")
def _(about):
    img = about.batch()
    four = [img[:, :, y::2, x::2] for y in (0, 1) for x in (0, 1)]
    return same(about.own("pooled"), np.max(four, axis=0))


@form(r"A block's four pixels count (.+) in the kernel of (\w+)\.")
def _(about, found, colour):
    own = kernel_of(about, colour).ravel()
    return same(own, numbers(found), 1e-4) and not same(own, [0.25] * 4, 5e-4)


@form(r"`(\w+)\(.+\)` stops(?: in `(.+)`)? with (\w+)(?:: (.*))?\.")
def _(about, name, line, kind, said):
    if not callable(about.names[name]):
        return kind == "TypeError" and "not callable" in said
    error = about.calls[-1]["error"]
    text = str(error).partition("\n")[0]
    return type(error).__name__ == kind and (said or "").split() == text.rstrip(".").split()


@form(r"`.+` returns None\. .+")
def _(about):
    return about.calls[-1]["result"] is None


@form(r"`conv2d_by_hand\(.+\)` changes its own arguments\.")
def _(about):
    before, after = about.calls[-1]["before"], about.calls[-1]["after"]
    return any(not torch.equal(a, b) for a, b in zip(before, after, strict=True))


@form(r"`(.+)` is what F\.conv2d makes with the kernel (turned by 180°|on its side)[.;].*")
def _(about, name, how):
    image, kernel = map(array, about.calls[-1]["before"])
    other = np.flip(kernel) if how == "turned by 180°" else kernel.T
    return same(array(about.value(name)), over(image, other))


@form(r"`output_size\((.+)\)` is (\S+); wanted (\d+)\.")
def _(about, case, found, wanted):
    size, kernel, padding, stride = map(int, case.split(", "))
    made = F.conv1d(torch.zeros(1, 1, size), torch.zeros(1, 1, kernel), None, stride, padding)
    result = about.value(f"output_size({case})")
    return (int(result), made.shape[2]) == (float(found), int(wanted)) and result != made.shape[2]


@form(r"With a padding of (-?\d+), 512 pixels become (\d+); wanted 512\.")
def _(about, padding, size):
    row = F.pad(torch.zeros(1, 1, 512), [int(padding)] * 2)
    made = F.conv1d(row, torch.zeros(1, 1, 5)).shape[2]
    return (about.names["padding"], made) == (int(padding), int(size)) and made != 512


@form(r"Of pixels -1, 0, 1 from (.+) `(\w+)` makes (\S+); wanted 0\.")
def _(about, way, name, found):
    ramp = np.tile([-1.0, 0, 1], (3, 1))
    ramp = ramp if way == "left to right" else ramp.T
    made = over(ramp, array(about.names[name]))[0, 0]
    wrong = {"sobel_x": "top to bottom", "sobel_y": "left to right"}[name] == way
    return wrong and same(made, float(found)) and float(found) != 0


@form(r"Of pixels -1, 0, 1 from .+ the (rows|columns) of `(\w+)` make (.+); wanted 1 : 2 : 1\.")
def _(about, lines, name, found):
    kernel = array(about.names[name])
    made = (kernel if lines == "rows" else kernel.T) @ [-1, 0, 1]
    right = {"sobel_x": "rows", "sobel_y": "columns"}[name] == lines
    wanted = same(made / made.sum() * 4, [1, 2, 1], 1e-3)
    return right and same(made, numbers(found), 1e-3) and not wanted


@form(r"Between its two sides `(\w+)` has (.+); wanted \(0, 0, 0\)\.")
def _(about, name, found):
    kernel = array(about.names[name])
    middle = kernel[:, 1] if name == "sobel_x" else kernel[1]
    return same(middle, numbers(found), 1e-3) and middle.any()


@form(r"The largest of `sobel_x` by that of `sobel_y` is (\S+); wanted 1\.")
def _(about, found):
    x, y = (np.abs(array(about.names[name])).max() for name in ("sobel_x", "sobel_y"))
    return same(x / y, float(found)) and float(found) != 1


MAGNITUDES = {
    "|g_x| + |g_y|, without squares": lambda x, y: np.abs(x) + np.abs(y),
    "g_x² + g_y², without the root": lambda x, y: x**2 + y**2,
    "the root of g_x² + g_x²: `sobel_y` has no part in it": lambda x, y: np.sqrt(2 * x**2),
    "the root of g_x + g_y, without squares": lambda x, y: np.sqrt(x + y),
}


@form(r"`magnitude` is (" + "|".join(map(re.escape, MAGNITUDES)) + r")\.")
def _(about, what):
    with np.errstate(invalid="ignore"):
        made = MAGNITUDES[what](*about.gradients())
    own = about.own("magnitude")
    odd = np.isnan(own) != np.isnan(made)  # in float32 a sum that is nearly 0 may be just below
    return odd.mean() < 0.01 and same(own[~odd], made[~odd])


@form(r"A flat picture of 100 comes out of the two passes as (\S+); wanted 100\.")
def _(about, found):
    row, column = (array(about.names[name]) for name in ("row_kernel", "column_kernel"))
    return (
        same(100 * row.sum() * column.sum(), float(found), 0.01) and abs(float(found) - 100) > 0.1
    )


@form(r"`(cost_\dd)` is (\S+)\. Count the products .+")
def _(about, name, found):
    wanted = {"cost_2d": 225, "cost_1d": 30}[name]
    return same(float(about.names[name]), float(found)) and float(found) != wanted


def correlated(maps, w):
    """Return what a kernel makes of `maps` (C, H, W): for each weight the moved maps, added up."""
    rows, columns = np.subtract(maps.shape[1:], w.shape[2:]) + 1
    return sum(
        np.tensordot(w[:, :, i, j], maps[:, i : i + rows, j : j + columns], 1)
        for i, j in np.ndindex(w.shape[2:])
    )


def over(image, kernel):
    """Return what a kernel (k, k) makes of an image (H, W)."""
    return correlated(image[None], kernel[None, None])[0]


def blocks(maps):
    """Return the four numbers of each block of 2 × 2, one after the other."""
    rows, columns = np.array(maps.shape[-2:]) // 2 * 2
    return np.stack([maps[..., y:rows:2, x:columns:2] for y in (0, 1) for x in (0, 1)])


def relu(maps):
    """Return the maps with 0 for negative numbers."""
    return np.where(maps > 0, maps, 0)


TWO_LAYERS = {  # of what the first kernel makes, and the function that applies the second
    "as they are": lambda first, second: second(relu(blocks(first).max(0))),
    "without ReLU": lambda first, second: second(blocks(first).max(0)),
    "without max-pooling": lambda first, second: second(relu(first)),
    "with average pooling": lambda first, second: second(blocks(relu(first)).mean(0)),
}


@form(r"`o` is what the two layers make, (" + "|".join(TWO_LAYERS) + r")\.")
def _(about, way):
    return same(about.own("o"), TWO_LAYERS[way](*about.two_layers()))


@form(r"`o` is what the two layers make, with a bias\.")
def _(about):
    modules = [value for value in about.names.values() if isinstance(value, torch.nn.Module)]
    given = [*about.names.values(), *(n for one in modules for n in one.parameters())]
    rows = [array(n) for n in given if isinstance(n, torch.Tensor) and n.ndim == 1]
    own, (first, second) = about.own("o"), about.two_layers()
    made = (
        TWO_LAYERS["as they are"](first + b1[:, None, None], second) + b2[:, None, None]
        for b1 in [np.zeros(8), *rows]
        for b2 in [np.zeros(4), *rows]
        if (len(b1), len(b2)) == (8, 4)
    )
    return not same(own, next(made)) and any(same(own, other) for other in made)


@form(r"`(w\d)` is all zeros\.")
def _(about, name):
    return not array(about.names[name]).any()


@form(r"`shape` is (.*), not a tuple of four whole numbers\.")
def _(about, said):
    value = about.names["shape"]
    listed = isinstance(value, tuple | list) and len(value) == 4
    whole = listed and all(isinstance(n, int | np.integer) for n in value)
    return said == " ".join(repr(value)[:40].split()) and not whole


@form(
    r"`shape` gives (-?\d+) for the (pictures|channels|rows|columns)(?:, as many as (.+))?; "
    r"what the two layers make has another number of them\."
)
def _(about, found, part, stage):
    height, width = about.names["img"].shape[1:]
    stages = {
        "after the first kernel": (1, 8, height - 4, width - 4),
        "after the pooling": (1, 8, height // 2 - 2, width // 2 - 2),
        "without pooling": (1, 4, height - 6, width - 6),
        None: about.names["shape"],
    }
    place = ["pictures", "channels", "rows", "columns"].index(part)
    right = (1, 4, height // 2 - 4, width // 2 - 4)[place]
    return about.names["shape"][place] == stages[stage][place] == int(found) != right


def in_a_row(*steps):
    """Return how many numbers reach one through steps of (window, stride), the last one first."""
    places = {0}
    for window, stride in steps:
        places = {stride * place + i for place in places for i in range(window)}
    return len(places)


@form(
    r"`field` is (-?\d+)(?:, as many pixels as a number (.+?) sees)?\. "
    r"A number of `o` depends on (more|fewer) pixels along one side\."
)
def _(about, found, near, than):
    field, found = in_a_row((3, 1), (2, 2), (5, 1)), int(found)
    known = {
        "after the first kernel": in_a_row((5, 1)),
        "after the pooling": in_a_row((2, 2), (5, 1)),
        "of `o` without pooling": in_a_row((3, 1), (5, 1)),
        None: found,
    }
    right = "more" if found < field else "fewer"
    return int(about.names["field"]) == found == known[near] != field and than == right


LOSSES = r" ?`losses` is (\d+) long, from (\S+) to (\S+)"


def losses_are(about, count, first, last):
    """Say whether the losses are as many, and at both ends what a sentence says."""
    losses = [float(loss) for loss in about.names["losses"]]
    ends = losses[0], losses[-1]
    return len(losses) == int(count) and same(
        ends, [float(first), float(last)], 0.006 * abs(losses[0])
    )


@form(r"`losses` needs a number for each step; this (\w+) lacks it\.")
def _(about, kind):
    losses = about.names["losses"]
    listed = isinstance(losses, list | tuple | np.ndarray | torch.Tensor) and np.ndim(losses) == 1
    return type(losses).__name__ == kind and not (
        listed and len(losses) and np.isreal(losses).all()
    )


@form(LOSSES + r", and not all of them are finite\.")
def _(about, *ends):
    return (
        losses_are(about, *ends)
        and not np.isfinite([float(n) for n in about.names["losses"]]).all()
    )


@form(LOSSES + r"; the last has to be below the first\.")
def _(about, count, first, last):
    return losses_are(about, count, first, last) and not float(last) < float(first)


@form(r"`learned` is all zeros at the end\." + LOSSES + r"\.")
def _(about, *ends):
    return losses_are(about, *ends) and not array(about.names["learned"]).any()


@form(r"`learned` is the secret kernel, turned by 180°\." + LOSSES + r"\.")
def _(about, *ends):
    turned = np.flip(array(about.names["secret"]))
    same_numbers = same(array(about.names["learned"]).reshape(3, 3), turned, 0.02)
    return losses_are(about, *ends) and same_numbers


@form(r"In the first steps no gradient is forgotten before the next\." + LOSSES + r"\.")
def _(about, *ends):
    patches = array(F.unfold(about.names["crop"], 3)[0])
    target, w, gradient = array(about.names["target"]).ravel(), np.zeros(9), 0
    for loss in [float(n) for n in about.names["losses"]][:5]:
        error = w @ patches - target
        if not same(loss, (error**2).mean()):
            return False
        gradient = gradient + 2 * patches @ error / len(error)
        w = w - 6 * gradient
    return losses_are(about, *ends)


@form(r"The first loss is a sum of squares, not a mean\." + LOSSES + r"\.")
def _(about, count, first, last):
    total = (array(about.names["target"]) ** 2).sum()
    return losses_are(about, count, first, last) and same(total, float(first), 0.01 * total)


@form(r"`learned` holds nan or infinity\." + LOSSES + r"\.")
def _(about, *ends):
    return losses_are(about, *ends) and not np.isfinite(array(about.names["learned"])).all()


@form(r"A weight of `learned` is off by (\S+), more than 0\.01\." + LOSSES + r"\.")
def _(about, off, *ends):
    most = np.abs(array(about.names["learned"]).reshape(3, 3) - array(about.names["secret"])).max()
    return losses_are(about, *ends) and same(most, float(off), 0.06 * float(off))


def each_window(img, stride):
    """Return the windows (rows, columns, 3, 8, 8) of a picture."""
    windows = np.lib.stride_tricks.sliding_window_view(img, (3, 8, 8))[0]
    return windows[::stride, ::stride]


def centred(windows, axis):
    """Return the windows less their mean along some axes, a row for each."""
    return (windows - windows.mean(axis=axis, keepdims=True)).reshape(-1, 192)


LESS_ITS_MEAN = "each patch, in F.unfold's order, less its mean"
PATCHES = {  # of a picture
    LESS_ITS_MEAN: lambda img: centred(each_window(img, 4), (2, 3, 4)),
    "each patch with no mean taken off": lambda img: each_window(img, 4).reshape(-1, 192),
    "each patch less a mean for each colour": lambda img: centred(each_window(img, 4), (3, 4)),
    "each patch less the mean of all patches": lambda img: centred(each_window(img, 4), (0, 1)),
    "each patch less one mean of all numbers": lambda img: centred(each_window(img, 4), None),
    f"{LESS_ITS_MEAN}, at a stride of 8": lambda img: centred(each_window(img, 8), (2, 3, 4)),
    f"{LESS_ITS_MEAN}, with the colour last": lambda img: centred(
        np.moveaxis(each_window(img, 4), 2, 4), (2, 3, 4)
    ),
}


@form(r"`patches` is (" + "|".join(PATCHES) + r")\.")
def _(about, which):
    img = array(about.names["img"])
    return same(about.own("patches"), PATCHES[which](img)) and which != next(iter(PATCHES))


def answers_of(about):
    """Return the products of the student's own patches and kernels, and their strengths."""
    rows, kernels = (array(about.names[name]) for name in ("patches", "kernels"))
    answers = rows @ kernels.reshape(36, 192).T
    return answers, np.sqrt((answers**2).mean(axis=0))


@form(
    r"To these patches the answers of `kernels` have root mean squares from (\S+) to (\S+); "
    r"wanted 1 for each\."
)
def _(about, low, high):
    _, strengths = answers_of(about)
    found = float(low), float(high)
    true = same([strengths.min(), strengths.max()], found, 0.006 * float(high))
    return true and np.abs(strengths - 1).max() > 0.019


@form(r"To these patches the answers of `kernels` have correlations of up to (\S+); wanted 0 .+")
def _(about, most):
    answers, strengths = answers_of(about)
    pairs = answers.T @ answers / len(answers) / np.outer(strengths, strengths)
    return same(np.abs(pairs - np.eye(36)).max(), float(most), 0.1 * float(most))


@form(r"`features` is what F\.conv2d makes of the picture and `kernels`, at a stride of (1|8)\.")
def _(about, stride):
    return same(about.own("features"), about.maps(int(stride)))
