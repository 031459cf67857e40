# @title The playground: reads and applies kernels, and the widgets that show what they do
import html
from contextlib import suppress
from fractions import Fraction

import torch
import traitlets

from practical.pictures import in_words, torch_to_jpg


def number(word):
    with suppress(ValueError, ZeroDivisionError):
        if abs(value := float(Fraction(word))) < 1e6:
            return value
    raise ValueError(f"“{word}” is not a number below a million, such as 1, 0.5 or 1/9")


# Return the kernel (k_h, k_w) that `text` holds. Raises ValueError that names the fault.
def read_kernel(text):
    lines = [line.split() for line in text.replace("−", "-").replace(";", "\n").splitlines()]
    rows = [[number(word) for word in line] for line in lines if line]
    if not rows or max(len(rows), len(rows[0])) > 31:
        raise ValueError("a kernel has from 1 to 31 rows and columns")
    if odd := [len(row) for row in rows if len(row) != len(rows[0])]:
        raise ValueError(f"one row has {len(rows[0])} numbers, another has {odd[0]}")
    return torch.tensor(rows)


# Return `img` as a batch with a border for the kernel, the kernel, divided if so, and its old sum.
def prepare(img, kernel, divide):
    total, (k_h, k_w) = round(kernel.sum().item(), 6), kernel.shape
    border = (k_w - 1) // 2, k_w // 2, (k_h - 1) // 2, k_h // 2
    divided = kernel / total if divide and total else kernel
    return torch.nn.functional.pad(img[None], border, "replicate"), divided, total


# Return the picture that the kernel makes of `img`, as large as it, and a line about the kernel.
def apply_kernel(img, kernel, divide):
    padded, kernel, total = prepare(img, kernel, divide)
    o = torch.conv2d(padded, torch.eye(3)[:, :, None, None] * kernel)  # faster than groups=3
    said = f"{kernel.shape[0]} × {kernel.shape[1]}, the numbers add up to {total:g}"
    return torch_to_jpg(o[0] if total else o[0] + 128), said


# Return as HTML what the kernel does at one place of the green channel: products, and their sum.
def magnify(img, kernel, divide, y, x):
    padded, kernel, _ = prepare(img[1:2], kernel, divide)
    window = padded[0, 0, y:, x:][: kernel.shape[0], : kernel.shape[1]]
    said = f"Row {y}, column {x}, green: the products add up to {(window * kernel).sum():.5g}."
    tables, shown = "", {"window": window, "kernel": kernel, "products": window * kernel}
    for title, numbers in shown.items() if kernel.numel() < 50 else ():
        rows = "".join(f"<tr><td>{'<td>'.join(f'{n:.4g}' for n in r)}" for r in numbers.tolist())
        tables += f"<td><table border=1><caption>{title}</caption>{rows}</table>"
    return f"<p role=status>{said}</p><table><tr>{tables}</table>"


def playground(kernels, picture):
    """Return widgets that show what an editable one of `kernels` makes of `picture()`."""
    try:
        import ipywidgets as widgets
    except ImportError:
        return print("This needs ipywidgets: run  %pip install ipywidgets  and the cell again.")
    kernels = {name: text.replace("; ", "\n") for name, text in kernels.items()}
    choice = widgets.Dropdown(options=[*kernels, "your own numbers"], description="Kernel")
    numbers = widgets.Textarea(description="Numbers", rows=6)
    divide = widgets.Checkbox(description="divide by the sum", value=True)
    status, lens, screen = widgets.HTML(), widgets.HTML(), widgets.Image(format="jpeg")
    row, column = (widgets.BoundedIntText(description=side, max=511) for side in ("row", "column"))
    # A screen reader says its tooltip; ipywidgets 8 draws none without a description.
    screen.add_traits(description=traitlets.Unicode("").tag(sync=True))

    def redraw(_):
        choice.value = next((n for n in kernels if kernels[n] == numbers.value), choice.options[-1])
        try:
            made, status.value = apply_kernel(picture(), read_kernel(numbers.value), divide.value)
            screen.value, screen.tooltip = made._repr_jpeg_(), in_words(made)
        except Exception as error:  # shown here, or it would end in a log that nobody reads
            status.value = html.escape(f"✗ {error}. The picture stays as it was.")
        look(_)

    def look(_):
        with suppress(Exception):  # what is wrong is in the status
            img, kernel = picture(), read_kernel(numbers.value)
            row.max, column.max = (size - 1 for size in img.shape[1:])
            lens.value = magnify(img, kernel, divide.value, row.value, column.value)

    for box, change in (numbers, redraw), (divide, redraw), (row, look), (column, look):
        box.observe(change, "value")
    widgets.dlink((choice, "value"), (numbers, "value"), lambda n: kernels.get(n, numbers.value))
    left = widgets.VBox([choice, numbers, divide, status, row, column, lens])
    return widgets.HBox([left, screen])
