# @title Pictures: jpg_to_torch, torch_to_jpg, show, show_row and draw_numbers
import base64
import html
import io

import matplotlib.pyplot as plt
import numpy as np
import torch
from IPython.display import display
from PIL import Image, ImageOps

album = {}  # of each exercise its kernel and what that made of the picture, for the recap


def jpg_to_torch(picture):
    """Turn a PIL picture of any kind into a tensor: float32, `(3, H, W)`, RGB, 0 to 255, upright.

    What is transparent becomes white, 16-bit grey is brought to 0 to 255, and of an animation
    the first frame is taken. Raises ValueError for anything that is not a PIL picture.
    """
    if not isinstance(picture, Image.Image):
        raise ValueError(f"jpg_to_torch takes a PIL picture, not a {type(picture).__name__}.")
    picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith("I"):  # 16 bits: Pillow's own conversion would cut at 255
        levels = np.array(picture, dtype=np.float32)
        levels[levels == picture.info.get("transparency")] = 65535
        gray = (torch.tensor(levels) * 255 / 65535).clamp(0, 255)
        return gray.expand(3, -1, -1).contiguous()
    picture = picture.convert("RGBA")
    on_white = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    rgb = torch.tensor(np.array(on_white.convert("RGB")), dtype=torch.float32)
    return rgb.permute(2, 0, 1).contiguous()  # PIL has the channels last, torch has them first


def torch_to_jpg(tensor):
    """Turn a tensor `(3, H, W)`, `(1, H, W)` or `(H, W)` of real numbers into a PIL picture.

    Values are rounded; below 0 becomes 0, above 255 becomes 255. Raises ValueError otherwise.
    """
    if not isinstance(tensor, torch.Tensor):
        raise ValueError(f"torch_to_jpg takes a torch tensor, not a {type(tensor).__name__}.")
    if tensor.dtype == torch.bool or tensor.is_complex() or tensor.isnan().any():
        raise ValueError("torch_to_jpg takes real numbers: no booleans, complex numbers or nan.")
    if tensor.numel() == 0 or (tensor.ndim != 2 and tensor.shape[:-2] not in ((1,), (3,))):
        wanted = "(3, H, W), (1, H, W) or (H, W); to take picture 0 out of a batch, write [0]"
        raise ValueError(f"torch_to_jpg takes {wanted}. This has the shape {tuple(tensor.shape)}.")
    tensor = tensor[None] if tensor.ndim == 2 else tensor
    levels = tensor.to("cpu", torch.float64).round().clamp(0, 255).to(torch.uint8)
    return Image.fromarray(levels.permute(1, 2, 0).squeeze(2).numpy())


def show(picture, alt):
    """Show a PIL picture or a matplotlib figure as one JPEG; `alt` says in words what it shows."""
    buffer = io.BytesIO()
    if isinstance(picture, Image.Image):
        known = picture.mode in ("L", "RGB")
        picture = picture if known else torch_to_jpg(jpg_to_torch(picture))
        picture.save(buffer, format="JPEG", quality=68)
    else:
        picture.savefig(buffer, format="jpeg", dpi=100, pil_kwargs={"quality": 68})
        plt.close(picture)
    jpeg = base64.b64encode(buffer.getvalue()).decode()
    # As HTML, because only there an alt text reaches the page in every frontend.
    tag = f'<img alt="{html.escape(alt)}" src="data:image/jpeg;base64,{jpeg}">'
    display({"text/html": tag, "text/plain": alt}, raw=True)


def draw_numbers(axis, values, **scale):
    """Draw a 2-D tensor as coloured squares with a number in each; `scale` goes to `imshow`.

    Without a scale, orange is negative, white is 0, purple is positive, up to the largest value.
    """
    values = values.detach().numpy()
    limit = abs(values).max() or 1
    font = {"fontsize": "small" if values.shape[1] < 5 else "x-small"}
    squares = axis.imshow(values, **(scale or {"cmap": "PuOr", "vmin": -limit, "vmax": limit}))
    for (row, column), value in np.ndenumerate(values):
        font["color"] = "wk"[int(np.mean(squares.cmap(squares.norm(value))[:3]) >= 0.5)]
        text = f"{round(float(value), 2) + 0:g}"  # + 0 turns -0 into 0
        axis.text(column, row, text, ha="center", va="center", **font)


def show_row(panels, alt, columns=None, side=3):
    """Show panels `{title: panel}` in rows of `columns`, each up to `side` inches wide.

    A tensor `(H, W)` is drawn by its numbers; `(C, H, W)`, a PIL picture or an RGB array of
    numbers from 0 to 1 as a picture.
    """
    columns = columns or len(panels)
    shape, side = (-(-len(panels) // columns), columns), min(side, 12 / columns)
    size = (side * columns, (side + 0.4) * shape[0])
    figure, axes = plt.subplots(*shape, figsize=size, squeeze=False, layout="constrained")
    for axis, (title, panel) in zip(axes.flat, panels.items(), strict=False):
        if isinstance(panel, torch.Tensor) and panel.ndim == 2:
            draw_numbers(axis, panel)
        else:
            pixels = torch_to_jpg(panel) if isinstance(panel, torch.Tensor) else panel
            axis.imshow(pixels, cmap="gray", vmin=0, vmax=255)
        axis.set(title=title, xticks=[], yticks=[])
    show(figure, alt)
