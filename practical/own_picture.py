# @title Your own picture: open_own_picture
import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from practical.one_line import OneLine
from practical.pictures import jpg_to_torch

# What has this in its first bytes, Pillow does not read.
MARKS = {b"ftyphe": "HEIC", b"ftypmi": "HEIC", b"<svg": "SVG", b"%PDF": "PDF", b"<html": "HTML"}


def open_own_picture(path, otherwise=None):
    """Return a file's picture, or a folder's, as float32 `(3, H, W)`, made small; or OneLine."""
    if (path := Path(path)).is_dir():
        return find_own_picture(path, otherwise)
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            if picture.width * picture.height > 10**8:
                raise Image.DecompressionBombError
            if min(picture.size) < 64:
                raise ValueError("64 × 64 pixels are the least")
            picture.draft(None, (2048, 2048))  # of a JPEG no more is read
            img = jpg_to_torch(picture, side=1024)
            print(f"This is {path.name}, {picture.format}, as {tuple(img.shape)}.")
            return img
    except Image.DecompressionBombError:
        why = "it has more than 100 megapixels: save it smaller"
    except UnidentifiedImageError:
        start = path.read_bytes()[:500]
        kind = next((MARKS[mark] for mark in MARKS if mark in start), "of a kind that is not read")
        why = f"it is {kind}: save it as JPEG or PNG" if start else "it is empty"
    except Exception as error:  # a damaged file makes Pillow raise nearly anything
        why = error
    raise OneLine(f"{path.name} cannot be used ({why}). Try another picture.") from None


# Return the picture `my_picture` in the folder, or `otherwise`; say which, and why not.
def find_own_picture(folder, otherwise):
    for file in sorted(folder.glob("*")):
        # Windows may put a my_picture.jpg:Zone.Identifier beside it.
        if file.name.lower().replace(" ", "_").startswith("my_picture") and ":" not in file.name:
            try:
                return open_own_picture(file)
            except OneLine as why:
                print(why)
    said = f"Put a picture called my_picture.jpg, or .png or the like, into {folder}: img stays."
    if otherwise is None:
        raise OneLine(said)
    print(said)
    return otherwise
