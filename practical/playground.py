# @title The playground: reads and applies kernels, and the widgets that show what they do
import html
import io
import re
from contextlib import suppress
from fractions import Fraction

import torch
from torch.nn import functional as F

from practical.pictures import torch_to_jpg

OWN = "your own numbers"


def number(word):
    with suppress(ValueError, ZeroDivisionError):
        if abs(value := float(Fraction(word))) < 1e6:
            return value
    raise ValueError(f"“{word}” is not a number below a million, such as 1, 0.5 or 1/9")


def read_kernel(text):
    """Return the kernel `(k_h, k_w)` that `text` holds. Raises ValueError that names the fault."""
    lines = [line.split() for line in re.split("[;\n]", text.replace("−", "-"))]
    rows = [[number(word) for word in line] for line in lines if line]
    if not rows or max(len(rows), len(rows[0])) > 31:
        raise ValueError("a kernel has from 1 to 31 rows and columns")
    if odd := [len(row) for row in rows if len(row) != len(rows[0])]:
        raise ValueError(f"one row has {len(rows[0])} numbers, another has {odd[0]}")
    return torch.tensor(rows)


def apply_kernel(img, kernel, divide):
    """Return the PIL picture that `kernel` makes of `img`, in the same size, and its sum."""
    total = round(kernel.sum().item(), 6)
    kernel = kernel / total if divide and total else kernel
    k_h, k_w = kernel.shape
    border = (k_w - 1) // 2, k_w // 2, (k_h - 1) // 2, k_h // 2
    padded = F.pad(img[None], border, mode="replicate")
    o = F.conv2d(padded, torch.eye(3)[:, :, None, None] * kernel)  # faster than groups=3
    return torch_to_jpg(o[0] if total else o[0] + 128), total


def playground(kernels, picture):
    """Return a box of widgets that shows what an editable one of `kernels` makes of `picture()`.

    Where ipywidgets is missing, say in a line how to get it.
    """
    try:
        import ipywidgets as widgets
        import traitlets
    except ImportError:
        return print("This needs ipywidgets: run  %pip install ipywidgets  and the cell again.")
    kernels = {name: re.sub("; *", "\n", text) for name, text in kernels.items()}
    choice = widgets.Dropdown(options=[*kernels, OWN], description="Kernel")
    numbers = widgets.Textarea(description="Numbers", rows=6)
    divide = widgets.Checkbox(description="divide by the sum", value=True)
    status, screen = widgets.HTML(), widgets.Image(format="jpeg")
    # Its tooltip is what a screen reader says; ipywidgets 8 draws none without a description.
    screen.add_traits(description=traitlets.Unicode("").tag(sync=True))
    screen.tooltip = "What this kernel makes of the picture"

    def redraw(_):
        choice.value = next((n for n in kernels if kernels[n] == numbers.value), OWN)
        try:
            kernel = read_kernel(numbers.value)
            made, total = apply_kernel(picture(), kernel, divide.value)
        except Exception as error:  # shown here, or it would end in a log that nobody reads
            status.value = html.escape(f"✗ {error}. The picture stays as it was.")
            return
        made.save(buffer := io.BytesIO(), format="JPEG")
        screen.value = buffer.getvalue()
        status.value = f"{kernel.shape[0]} × {kernel.shape[1]}, the numbers add up to {total:g}"

    def choose(_):
        numbers.value = kernels.get(choice.value, numbers.value)

    for widget, react in (choice, choose), (numbers, redraw), (divide, redraw):
        widget.observe(react, "value")
    choose(None)
    return widgets.HBox([widgets.VBox([choice, numbers, divide, status]), screen])
