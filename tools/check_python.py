"""Say in one sentence if PyTorch has nothing for this Python, before pip says it in fifty lines.

Kept in the syntax of Python 2 as well, so that an old Python gets as far as the sentence.
"""

import platform
import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Convolution 101 needs Python 3.11 or newer, and this is Python %d.%d. Install a newer one "  # noqa: UP031
        "from python.org, then name it: make lab PYTHON=python3.12" % sys.version_info[:2]
    )

if sys.platform == "darwin" and platform.machine() == "x86_64":
    sys.exit(
        "This Python is for Intel processors, for which PyTorch has no current version. On a Mac "
        "with an Apple processor install Python for that; for an older one see docs/install.md."
    )
