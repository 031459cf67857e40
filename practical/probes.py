# @title Probes: what a student's names hold, and what a kernel makes of a flat picture
from contextlib import suppress

import torch
from torch.nn import functional as F

from practical.one_line import Mistake, NotAttempted

ORDER = "The order is (C_out, C_in, k, k)."


def require(condition, hint):
    """Raise Mistake with `hint` unless `condition` holds; a comparison with nan does not hold."""
    if not condition:
        raise Mistake(hint)


def alike(values, others, atol=0.01):
    """Say whether two tensors of the same shape are equal but for rounding."""
    return torch.allclose(values, others, rtol=1e-4, atol=atol)


def require_sums(kernels, total):
    """Raise Mistake unless each kernel of `(n, k, k)` adds up to `total`, 0 or 1."""
    sums = kernels.sum(dim=(1, 2))
    flat = ", ".join(f"{100 * value:.6g}" for value in sums.tolist())
    hint = f"A flat picture of 100 comes out as {flat}. What should the weights add up to?"
    require(((sums - total).abs() < 1e-3 * kernels.abs().sum(dim=(1, 2))).all(), hint)


def require_tensor(name, value, *shapes, dtype=None, hint=""):
    """Return a float32 copy of `value`, called `name`; None in a shape is any size.

    Raises Mistake for anything but a tensor, for another shape or dtype, for nan and infinity.
    """
    kind = type(value).__name__
    require(isinstance(value, torch.Tensor), f"`{name}` is of type {kind}, not a torch tensor.")
    shape, wanted = tuple(value.shape), str(tuple(shapes[0])).replace("None", "any")
    sizes = [one for one in shapes if len(one) == len(shape)]
    fits = any(all(n in (None, m) for n, m in zip(one, shape, strict=True)) for one in sizes)
    require(fits, f"`{name}` has the shape {shape}, not {wanted}. {hint}")
    require(dtype in (None, value.dtype), f"`{name}` holds {value.dtype}, not {dtype}.")
    require(not value.is_complex(), f"`{name}` holds complex numbers; pictures need real ones.")
    require(value.isfinite().all(), f"`{name}` holds nan or infinity. Was every number set?")
    return value.detach().to("cpu", torch.float32, copy=True)


class Answer:
    """A student's names, as a check reads them; `read` holds those that it asked for."""

    def __init__(self, names):
        self.names, self.read = names, set()

    def value(self, name):
        """Return the student's `name`. Raises NotAttempted if it is missing or a blank."""
        self.read.add(name)
        if self.names.get(name, ...) is ...:
            found = f"`{name}` is `...`" if name in self.names else f"There is no `{name}`"
            raise NotAttempted(f"not attempted. {found}: the exercise's cell has to make it.")
        return self.names[name]

    def tensor(self, name, *shapes, **expected):
        """Return what `require_tensor` makes of the student's `name`."""
        return require_tensor(name, self.value(name), *shapes, **expected)

    def picture(self):
        """Return `img` as float32 `(3, H, W)`. Raises NotAttempted if it is no such picture."""
        with suppress(Mistake, NotAttempted):
            return self.tensor("img", (3, None, None))
        raise NotAttempted("`img` is no picture now. Run the cell of load, then its cell again.")

    def result(self, name, *arguments):
        """Return what the student's function `name` returns. Raises NotAttempted for a blank."""
        function = self.value(name)
        require(callable(function), f"`{name}` is not a function.")
        try:
            result = function(*arguments)
        except Exception as error:
            reason = str(error).partition("\n")[0]
            raise Mistake(f"`{name}` stops with {type(error).__name__}: {reason}") from None
        if result is ...:
            raise NotAttempted(f"not attempted. `{name}` still returns `...`.")
        require(result is not None, f"`{name}` returns nothing. Does it end in `return`?")
        return result

    def kernel(self, k):
        """Return `w` as `(3, 3, k, k)`; `(3, 1, k, k)`, for `groups=3`, is spread out."""
        w = self.tensor("w", (3, 3, k, k), (3, 1, k, k), hint=ORDER)
        require(w.any(), "`w` is all zeros: every pixel of the result is black.")
        return w if w.shape[1] == 3 else torch.eye(3)[:, :, None, None] * w

    def channel_kernels(self, k):
        """Return `(3, k, k)`, the kernel of each channel. Raises Mistake if channels mix."""
        w = self.kernel(k)
        leak = w[~torch.eye(3, dtype=torch.bool)].abs().max()
        require(leak < 1e-6, "Some kernel leads from one channel to another: colours mix.")
        return w.diagonal().permute(2, 0, 1)

    def require_convolved(self, name, w, **options):
        """Raise Mistake unless `name` is `img`, as a batch of one, convolved with `w`."""
        expected = F.conv2d(self.picture()[None], w, **options)
        value = self.tensor(name, expected.shape, hint="Look at batch, stride and padding.")
        hint = f"`{name}` is not what F.conv2d makes of `img` and this `w`. Was it changed after?"
        require(alike(value, expected), hint)
