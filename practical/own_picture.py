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
            if min(picture.size) < 64:
                raise ValueError("64 × 64 pixels are the least")
            return jpg_to_torch(picture)
    except Exception as error:  # a damaged file makes Pillow raise nearly anything
        raise OneLine(f"{path.name} cannot be used ({error}). Try another picture.") from None
