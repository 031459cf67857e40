# @title Your own picture: open_own_picture
import warnings

from PIL import Image

from practical.one_line import OneLine
from practical.pictures import jpg_to_torch


def open_own_picture(path):
    """Return the picture in the file as float32 `(3, H, W)`, sides of 64 to 1024; or OneLine."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            picture.thumbnail((1024, 1024))
            tensor = jpg_to_torch(picture)
    except Exception as error:  # a damaged file makes Pillow raise nearly anything
        raise OneLine(f"{path.name} cannot be read ({error}). Try another picture.") from None
    if min(tensor.shape[1:]) < 64:
        raise OneLine(f"{path.name} is too small: at least 64 × 64 pixels are needed.")
    return tensor
