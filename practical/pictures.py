# @title Pictures: jpg_to_torch, torch_to_jpg, show, show_row and draw_numbers
import base64
import gc
import html
import io
from contextlib import suppress

import matplotlib.pyplot as plt
import numpy as np
import torch
from IPython.display import display
from PIL import Image, ImageCms, ImageOps

# What torch and matplotlib have brought need not be searched for garbage again and again.
gc.freeze()

album = {}  # of each exercise its kernel and what that made of the picture, for the recap


# Return a PIL picture of any kind upright and on white: sRGB, or levels from 0 to 255 as floats.
def plain(picture):
    # Of an animation this is the first frame.
    profile, picture = picture.info.get("icc_profile", b""), ImageOps.exif_transpose(picture)
    if picture.mode in (to := {"P": "RGBA", "PA": "RGBA", "La": "LA"}):
        picture = picture.convert(to[picture.mode])
    if profile and b"sRGB" not in profile and b"s\0R\0G\0B" not in profile:
        with suppress(ImageCms.PyCMSError):  # it may be damaged, or of another kind of picture
            mode, srgb = {"RGBA": "RGBA"}.get(picture.mode, "RGB"), ImageCms.createProfile("sRGB")
            picture = ImageCms.profileToProfile(picture, io.BytesIO(profile), srgb, outputMode=mode)
    if picture.mode[0] in "IF":  # 16 bits or floats: Pillow's own conversion would cut at 255
        levels = np.nan_to_num(np.array(picture, dtype=np.float32))
        white = 65535 if picture.mode[0] == "I" else 1 if 0 < levels.max() <= 1 else 255
        levels[levels == picture.info.get("transparency")] = white
        return Image.fromarray((levels * np.float32(255 / white)).clip(0, 255))
    if picture.has_transparency_data:  # what is transparent becomes white
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    return picture if picture.mode == "RGB" else picture.convert("RGB")


# If it has more than `side` pixels it is shrunk to these, but to no less than 64 the other way.
def jpg_to_torch(picture, side=None):
    """Turn a PIL picture of any kind into float32 `(3, H, W)`, RGB, 0 to 255; or ValueError."""
    if not isinstance(picture, Image.Image):
        raise ValueError(f"jpg_to_torch takes a PIL picture, not a {type(picture).__name__}.")
    picture = plain(picture)  # before it is shrunk, or thin lines would vanish
    if side:
        side = max(side, 64 * max(picture.size) / min(picture.size))
        picture.thumbnail((side, side))
    rgb = torch.tensor(np.atleast_3d(picture), dtype=torch.float32).expand(-1, -1, 3).clamp(0, 255)
    return rgb.permute(2, 0, 1).contiguous()  # PIL has the channels last, torch has them first


def torch_to_jpg(tensor):
    """Round real `(3, H, W)`, `(1, H, W)` or `(H, W)` to a PIL picture, 0 to 255; or ValueError."""
    if not isinstance(tensor, torch.Tensor):
        raise ValueError(f"torch_to_jpg takes a torch tensor, not a {type(tensor).__name__}.")
    if tensor.dtype == torch.bool or tensor.is_complex() or tensor.isnan().any():
        raise ValueError("torch_to_jpg takes real numbers: no booleans, complex numbers or nan.")
    if tensor.numel() == 0 or (tensor.ndim != 2 and tensor.shape[:-2] not in ((1,), (3,))):
        wanted = "(3, H, W), (1, H, W) or (H, W); to take picture 0 out of a batch, write [0]"
        raise ValueError(f"torch_to_jpg takes {wanted}. This has the shape {tuple(tensor.shape)}.")
    copy = tensor.reshape(-1, *tensor.shape[-2:]).to("cpu", torch.float64, copy=True)
    return Image.fromarray(copy.round_().clamp_(0, 255).byte().permute(1, 2, 0).squeeze(2).numpy())


# Say what is in a PIL picture, or which numbers a tensor (H, W) holds, row by row.
def in_words(panel):
    if isinstance(panel, torch.Tensor):
        return "; ".join(" ".join(f"{round(n, 2):zg}" for n in row) for row in panel.tolist())
    fields = np.reshape(panel.resize((3, 3), Image.Resampling.BOX), (9, -1)).tolist()
    means = [" ".join(map(str, field)) for field in fields]
    means = f"all {means[0]}" if len({*means}) == 1 else "; ".join(means)
    levels, kind = np.asarray(panel, dtype=np.int16), "grey" if panel.mode == "L" else panel.mode
    steps = abs(np.append(np.diff(levels, axis=0), np.diff(levels, axis=1)))
    said = f"{panel.width} × {panel.height} pixels, mean {kind} of nine fields, row by row: {means}"
    return f"{said}; neighbours differ by {steps.sum() / max(1, steps.size):.1f}"


def show(picture, alt):
    """Show a PIL picture, made small, or a figure. `alt` names it; a picture is put into words."""
    buffer = io.BytesIO()
    if isinstance(picture, Image.Image):
        picture = picture if picture.mode in ("L", "RGB") else torch_to_jpg(jpg_to_torch(picture))
        alt = f"{alt}: {in_words(picture)}."
        # Smaller, because a notebook shows it a dozen times.
        picture = ImageOps.contain(picture, [min(384, side) for side in picture.size])
        picture.save(buffer, format="JPEG", quality=68)
    else:
        picture.savefig(buffer, format="jpeg", dpi=100, pil_kwargs={"quality": 68})
        plt.close(picture)
    jpeg = base64.b64encode(buffer.getvalue()).decode()
    # As HTML, because only there an alt text reaches the page in every frontend.
    tag = f'<img alt="{html.escape(alt)}" src="data:image/jpeg;base64,{jpeg}">'
    display({"text/html": tag, "text/plain": alt}, raw=True)


def draw_numbers(axis, values, **scale):
    """Draw a tensor `(H, W)` as squares with a number in each; `scale` goes to `imshow`."""
    limit = abs(values := values.detach().numpy()).max() or 1
    # Without a scale, orange is negative, white is 0, purple is positive.
    squares = axis.imshow(values, **(scale or {"cmap": "PuOr", "vmin": -limit, "vmax": limit}))
    font = {"size": "small" if values.shape[1] < 5 else "x-small", "ha": "center", "va": "center"}
    ink = np.where(squares.to_rgba(values)[..., :3].mean(axis=2) < 0.5, "w", "k")
    for (row, column), value in np.ndenumerate(values):
        # With z there is no -0.
        axis.text(column, row, f"{round(float(value), 2):zg}", color=ink[row, column], **font)


def show_row(panels, alt="", columns=None, side=3):
    """Show `{title: panel}`: a tensor `(H, W)` of up to 64 numbers by these, others as pictures."""
    for title, panel in (panels := dict(panels)).items():
        if isinstance(panel, torch.Tensor) and not (panel.ndim == 2 and 0 < panel.numel() <= 64):
            panels[title] = torch_to_jpg(panel)
    columns = columns or len(panels)  # in a row, each up to `side` inches wide
    shape, side = (-(-len(panels) // columns), columns), min(side, 12 / columns)
    size = (side * columns, (side + 0.4) * shape[0])
    # A layout that matplotlib finds by itself would take as long as all the drawing.
    space = dict(left=0.01, right=0.99, bottom=0.02, top=1 - 0.35 / size[1], wspace=0.05)
    figure, axes = plt.subplots(*shape, figsize=size, squeeze=False, gridspec_kw=space)
    for axis, (title, panel) in zip(axes.flat, panels.items(), strict=False):
        if isinstance(panel, torch.Tensor):
            draw_numbers(axis, panel)
        else:
            axis.imshow(panel, cmap="gray", vmin=0, vmax=255)
        axis.set(title=title, xticks=[], yticks=[])
        alt += f" {title}: {in_words(panel)}."
    show(figure, alt.strip())
