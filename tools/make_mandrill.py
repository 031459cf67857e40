"""Make `data/mandril.jpg` again from the picture in the npm package `baboon-image`.

npm pack baboon-image@2.1.0
tar -xzf baboon-image-2.1.0.tgz
python tools/make_mandrill.py package/baboon.png
"""

import argparse
import hashlib
import sys
from pathlib import Path

from PIL import Image

SHA256 = "cf0518750d93453eb216d0f154d29cbf32018f0da2016bbed21c5c919e348801"
MANDRILL = Path(__file__).resolve().parents[1] / "data" / "mandril.jpg"


def main():
    parser = argparse.ArgumentParser(description="Make data/mandril.jpg from baboon.png.")
    parser.add_argument("png", type=Path, help="package/baboon.png of baboon-image 2.1.0")
    png = parser.parse_args().png
    if not png.is_file() or hashlib.sha256(png.read_bytes()).hexdigest() != SHA256:
        sys.exit(
            f"{png} is not the baboon.png of baboon-image 2.1.0: its SHA-256 should be {SHA256}."
        )
    with Image.open(png) as picture:
        picture.save(MANDRILL, quality=95)


if __name__ == "__main__":
    main()
