"""How the parallel test processes share the processors.

Each, and the kernels that it starts, has one thread. With more, PyTorch's threads wait for each
other on busy cores, up to 30 times as long.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")


def pytest_collection_modifyitems(items):
    """Begin with what takes longest, so that no process is left alone with it at the end."""
    longest = "test_states.py", "convolution_101_solutions.ipynb"
    items.sort(key=lambda item: (*longest, item.path.name).index(item.path.name))
