"""Gives each of the parallel test processes, and the kernels that they start, one thread.

With more, PyTorch's threads wait for each other on busy cores, up to 30 times as long.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
