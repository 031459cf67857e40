# @title The mandrill: from the folder data/, or fetched when the notebook was opened alone
import http.client
import socket
import tempfile
from pathlib import Path

import torch
from PIL import Image

from practical.one_line import OneLine

MANDRILL = Path("data/mandril.jpg").absolute()
URL = "https://cdn.jsdelivr.net/npm/baboon-image@2.1.0/baboon.png"
SHA256 = "cf0518750d93453eb216d0f154d29cbf32018f0da2016bbed21c5c919e348801"


def find_mandrill(target=MANDRILL, url=URL, sha256=SHA256, timeout=20):
    """Download the picture as the JPEG `target` unless it is there, whole or not at all.

    Raises OneLine if it cannot be had within `timeout` seconds of silence, or is another file.
    """
    if target.exists():
        return
    patience = socket.getdefaulttimeout()
    socket.setdefaulttimeout(timeout)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            png, jpg = Path(folder, "baboon.png"), Path(folder, "mandril.jpg")
            torch.hub.download_url_to_file(url, str(png), hash_prefix=sha256, progress=False)
            Image.open(png).save(jpg, quality=95)
            jpg.replace(target)
    except (OSError, RuntimeError, http.client.HTTPException) as error:
        raise OneLine(
            f"The mandrill could not be downloaded ({error}). Put the file mandril.jpg into "
            f"the folder {target.parent.resolve()}, then run this cell again."
        ) from None
    finally:
        socket.setdefaulttimeout(patience)
