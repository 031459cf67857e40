# @title Probes: what a student's names hold, and how a result differs from the right one
# Whatever is measured here is said as it was measured. A cause is named only where it makes the
# student's very numbers.
from contextlib import suppress

import torch

from practical.ledger import picture_in
from practical.one_line import Mistake, NotAttempted

COLOURS = "red", "green", "blue"
# What is often made of a result.
CHANGES = {"torn apart as by `reshape`": lambda t: t.movedim(-3, -1).reshape(t.shape)}
CHANGES |= {"with red and blue swapped": lambda t: t[..., [2, 1, 0], :, :]}
CHANGES |= {"on its side, rows for columns": lambda t: t.mT, "upside down": lambda t: t.flip(-2)}
CHANGES |= {"mirrored": lambda t: t.flip(-1), "turned by 180°": lambda t: t.flip(-2, -1)}
CHANGES |= {"turned by 90° to the left": lambda t: t.rot90(1, (-2, -1))}
CHANGES |= {"turned by 90° to the right": lambda t: t.rot90(-1, (-2, -1))}
CHANGES |= {"without its signs": torch.abs, "cut off below 0": lambda t: t.clamp(min=0)}
CHANGES |= {"cut off below 0 and above 255": lambda t: t.clamp(0, 255)}
CHANGES |= {"wrapped by `% 256`": lambda t: t % 256, "rounded down": torch.floor}


# Raise Mistake with the sentence unless the condition holds; a comparison with nan does not.
def require(condition, sentence):
    if not condition:
        raise Mistake(sentence)


# Say whether two tensors are of one shape and equal but for rounding; nan equals nan.
def alike(one, two, atol=0.01):
    # Most differ in the first columns already.
    close = (torch.allclose(one[..., :n], two[..., :n], 1e-4, atol, True) for n in (9, None))
    return one.shape == two.shape and all(close)


# Return numbers as one reads them, (20, 100, 0), without the traces that rounding leaves.
def spell(values):
    least = 1e-5 * max(abs(float(value)) for value in values)
    numbers = ", ".join(f"{0 if abs(n) <= least < float('inf') else float(n):.5g}" for n in values)
    return f"({numbers})" if len(values) > 1 else numbers


# Raise Mistake, which begins with `it`, unless the numbers found are those wanted.
def measured(it, found, wanted, within=1e-3):
    found, goal = (torch.as_tensor(n, dtype=torch.float32).flatten() for n in (found, wanted))
    require(((found - goal).abs() <= within).all(), f"{it} {spell(found)}; wanted {spell(goal)}.")


# Return a number of any sort (NumPy's, in a tensor) as Python's own. Raises Mistake for anything
# but a number of these types; `it` is what the sentence calls the value.
def scalar(it, value, types=(int, float), kind="number"):
    lone = getattr(value, "ndim", 1) == 0 and not getattr(value, "is_meta", False)
    number = value.item() if lone else value
    require(isinstance(number, types), f"{it} is of type {type(value).__name__}, not one {kind}.")
    return number


# Return a float32 copy of the tensor `value`, called `name`. Raises Mistake if it is none.
def as_numbers(name, value, finite=True):
    it = f"`{name}` is of type {type(value).__name__}, not a torch tensor of real numbers."
    require(isinstance(value, torch.Tensor), it)
    odd = value.is_complex() or value.is_meta or value.is_quantized or value.is_nested
    require(value.layout == torch.strided and not odd, f"`{name}` is not filled with real numbers.")
    odd = int((~value.isfinite()).sum()) if finite else 0
    require(not odd, f"`{name}` holds nan or infinity at {odd} of {value.numel()} places.")
    return value.detach().to("cpu", torch.float32, copy=True)


# A student's names as a check reads them, which of them it read, and what ✗ shows. From `seed`
# inputs for the student's functions are drawn.
class Answer:
    def __init__(self, names, seed=0):
        self.names, self.read, self.figure, self.seed = names, set(), {}, seed

    # Return the student's `name`. Raises NotAttempted if it is missing or a blank.
    def value(self, name):
        self.read.add(name)
        if self.names.get(name, ...) is ...:
            found = f"`{name}` is `...`" if name in self.names else f"There is no `{name}`"
            raise NotAttempted(f"not attempted. {found}: the exercise's cell has to make it.")
        return self.names[name]

    # Return `name` as float32. Raises Mistake if it is no tensor of one of these shapes.
    def tensor(self, name, *shapes, finite=True):
        own = as_numbers(name, self.value(name), finite)
        require(own.shape in shapes, f"`{name}` has the shape {tuple(own.shape)}, not {shapes[0]}.")
        return own

    # Return `img` as float32 (3, H, W). Raises NotAttempted if it is no picture, or has no colours.
    def picture(self, colours=False):
        self.read.add("img")
        img = picture_in(self.names) and as_numbers("img", self.names["img"], finite=False)
        good = img is not None and (1.5 < img.abs().max() < torch.inf or img.max() == img.min())
        if not good or (colours and (img.amax(0) - img.amin(0)).max() <= img.max() / 255):
            it = "is no picture" if img is None else f"goes from {img.min():.3g} to {img.max():.3g}"
            it = "has no colours" if good else it
            raise NotAttempted(f"`img` {it} now. Run the cell of load, then this exercise's cell.")
        return img

    # Raise Mistake unless `value`, called `name`, is `truth`, each number within `bound`. `what`
    # says what the truth is, `causes` are words with the tensors that they stand for, as a mapping
    # or as pairs, which are made only when they are needed. If `free`, any
    # multiple will do.
    def require_result(self, name, value, truth, what, causes, bound=None, given=None, free=False):
        value, half = as_numbers(name, value, finite=False), value.dtype == torch.float16
        rounding = 1e-4 * truth.abs().max()
        bound = half * truth.abs() / 2**10 + rounding + (0 if bound is None else bound)
        telling, size = truth.ndim == 2 and truth.numel() < 50, value.shape == truth.shape
        if size:
            own, right, near = (one.flatten(-2) for one in (value, truth, bound))
            mean, spread = right.mean(-1), right.std(-1, correction=0)
            level = right.double() - right.double().mean(-1, keepdim=True)
            factor = (own * level).sum() / (right * level).sum()
            times = (factor - 1).abs() > 9e-4
            rest = own - (factor if times else 1) * right
            term, noise = rest.mean(-1), 20 * rest.std(-1, correction=0)
            exact = (rest - term[..., None]).abs().max() < 1e-3 * own.std(-1, correction=0).max()
            # A bias is small, but the same everywhere; on a pale picture all rounding is, too.
            least = noise * (1 + mean.abs() / spread) + rounding / 2 * factor.abs()
            plus = (term.abs() > least).any()
            biased = plus and not times and truth.ndim == 4 and truth.shape[1] < 9
            close = ((own - right).abs() <= near).all() and not biased
            if close or (free and exact and times and factor > 0):
                return
            telling |= (value.clamp(0, 255) - truth.clamp(0, 255)).abs().mean() > 4
        # Two pictures that look the same would only confuse, and nan cannot be drawn.
        if given and telling and value.isfinite().all() and not alike(value.squeeze(), truth):
            self.figure = {**given, "yours": value, "expected": truth}
        others = dict(causes)
        for words, change in CHANGES.items():
            with suppress(RuntimeError, IndexError):  # not every shape can be changed in every way
                others[f"{what}, {words}"] = change(truth)
        for words, other in others.items():
            # Zeros tell nothing of how they came about.
            same = other.any() and alike(value, other, rounding) and not alike(truth, other)
            # Of large numbers all are rounded.
            require(not same or (rounding > 0.1 and "rounded" in words), f"`{name}` is {words}.")
        require(size, f"`{name}` has the shape {tuple(value.shape)}, not {tuple(truth.shape)}.")
        as_numbers(name, value)
        if exact and truth.numel() > 8 and right.std() > 10 * rounding:
            by = f"divided by {1 / factor:.4g}" if 0 < factor < 0.49 else f"times {factor:.4g}"
            more = f", {by}" * times + f", plus {spell(term.flatten())}" * plus
            require(not more, f"`{name}` is {what}{more}.")
        place = torch.unravel_index(((value - truth).abs() - bound).argmax(), truth.shape)
        there = f"At {[int(i) for i in place]} `{name}` is {value[place]:.5g}"
        raise Mistake(f"{there}; {what} is {truth[place]:.5g}.")

    # Raise Mistake unless `name` is the batch of one picture, convolved with `w`.
    def require_convolved(self, name, batch, w, stride=1, free=False):
        truth, k, turned = torch.conv2d(batch, w, stride=stride), w.shape[2], w.flip(2, 3)
        picture = "the picture" if batch.shape[1] == 3 else "the mean of the channels"
        what = f"what F.conv2d makes of {picture} and this `w`"
        other = {"a stride of 1": (w,), f"a padding of {k // 2}": (w, None, stride, k // 2)}
        # A `w` that turning makes -w has rather another sign.
        other |= {} if alike(turned, -w) else {"`w` turned by 180°": (turned, None, stride)}
        causes = ((f"{what}, but with {n}", torch.conv2d(batch, *other[n])) for n in other)
        # So far are results off that a GPU computes in TF32, and those in half precision.
        bound = torch.conv2d(batch.abs(), w.abs(), stride=stride) / 2**10
        given = {"given": batch[0]} if truth.min() > -1 and truth.max() < 256 else {}
        self.require_result(name, self.value(name), truth, what, causes, bound, given, free)

    # Return `w` as (3, 3, k, k), and of it the kernel of each colour. Raises Mistake if it changes
    # flat pictures, or mixes colours.
    def kernels(self, k):
        w = self.tensor("w", (3, 3, k, k), (3, 1, k, k))
        w = w if w.shape[1] == 3 else torch.eye(3)[:, :, None, None] * w
        made, rough = w.sum(dim=(2, 3)), 1e-3 * w.abs().sum(dim=(2, 3)) + 1e-4
        leads, own = ~torch.eye(3, dtype=torch.bool), w.diagonal().permute(2, 0, 1)
        pure = {f"Pure {COLOURS[c]}": 100 * torch.eye(3)[c] for c in range(3)}
        flat = {"A flat picture of 100": torch.full((3,), 100.0)}
        for probe, given in (pure if (leads & (made.abs() > rough)).any() else flat).items():
            telling = ((made @ given).clamp(0, 255) - given).abs().max() > 4
            panels = {"given": given, "yours": made @ given, "expected": given} if telling else {}
            self.figure = {t: one[:, None, None].expand(3, 4, 4) for t, one in panels.items()}
            measured(f"{probe} comes out as", made @ given, given, rough @ given)
        self.figure = {}
        for to, of in torch.argwhere(leads & (w.abs().amax(dim=(2, 3)) > 1e-5)).tolist():
            found = f"The weights of `w[{to}, {of}]` are not all 0 (sum {made[to, of]:.2g})"
            raise Mistake(f"{found}: {COLOURS[of]} leaks into {COLOURS[to]}.")
        return w, {f"the kernel of {COLOURS[c]}": own[c] for c in range(3)}
