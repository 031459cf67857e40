"""Run the steps of one submission in a kernel, and write what leaves it at each check.

Started by itself, in a room: it imports nothing of this repository. The steps come as JSON on the
standard input, `[[kind, source, slug], …]`, a cell's seconds, our `load`, and a seed. For a check a
line of JSON leaves on the standard output, `{"slug": …, "size": …, "said": …}`, and then as many
bytes as it says, which are the names as `as_data` wrote them.
"""

import json
import queue
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import start_new_kernel

COLOUR = re.compile(r"\x1b\[[\d;]*m")
ENDED = "its cell or its check did not end, or ended its kernel."
GRACE = 3  # seconds that an interrupted cell has to end
# Expressions, which bind no name; the hash of strings is seeded when the kernel starts.
SOW = (
    "(lambda m: (m['random'].seed({0}), m['numpy'].random.seed({0}), m['torch'].manual_seed({0})))"
    "(__import__('grading.as_data') and __import__('sys').modules)"
)
LEAVE = "__import__('grading.as_data').as_data.leave({!r}, {}, {!r})"


class Kernel:
    """A kernel that survives whatever runs in it, by being replaced."""

    def __init__(self, seconds):
        """Give every cell so many seconds."""
        self.seconds = seconds
        self.start()

    def start(self):
        """Start a new kernel."""
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.manager, self.client = start_new_kernel(kernel_name="python3", **silent)

    def run(self, source, silent=False):
        """Run a cell, `silent` unseen by the ledger and by what IPython keeps.

        Return `(error's name, its last line)`, or None if the kernel was lost.
        """
        asked = self.client.execute(source, silent, store_history=not silent, stop_on_error=False)
        error, end = ("", ""), time.monotonic() + self.seconds
        interrupted = False
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=1)
            except queue.Empty:
                message = None
            if message and message["parent_header"].get("msg_id") == asked:
                content = message["content"]
                if message["msg_type"] == "error":
                    lines = [COLOUR.sub("", line) for line in content["traceback"]]
                    error = content["ename"], (lines or [""])[-1][:1000]
                if message["msg_type"] == "status" and content["execution_state"] == "idle":
                    return error
            if not self.manager.is_alive():
                return None
            if time.monotonic() > end:
                if interrupted:
                    return None
                self.manager.interrupt_kernel()
                interrupted, end = True, time.monotonic() + GRACE

    def stop(self):
        """End the kernel at once."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def replay(steps, passed, our_load):
    """Return what a new kernel runs before it goes on: the set-up, `load`, cells of their own.

    `passed` has the numbers of the steps that had run to their end. If theirs for `load` is not
    among them, ours takes its place.
    """
    again = [source for kind, source, _ in steps if kind == "set-up"]
    load = [n for n, (kind, _, slug) in enumerate(steps) if kind == "own" and slug == "load"]
    theirs = [steps[n][1] for n in load if n in passed]
    again += theirs or [our_load]
    return again + [steps[n][1] for n in sorted(passed) if steps[n][0] == "own" and not steps[n][2]]


def grade(steps, seconds, our_load, seed):
    """Yield for each check its slug, the file with its names, and what to say if there is none."""
    kernel, passed, lost = Kernel(seconds), set(), None
    begin = [kind for kind, _, _ in steps].count("set-up")
    folder = tempfile.TemporaryDirectory()
    file = Path(folder.name, "left")
    for number, (kind, source, slug) in enumerate(steps):
        if lost and kind == "check" and slug == lost:
            yield slug, None, ENDED
            continue
        file.unlink(missing_ok=True)
        if number == begin or (slug and kind == "own"):
            kernel.run(SOW.format(seed), silent=True)
        if kind == "check":
            said = kernel.run(LEAVE.format(slug, seed, str(file)), silent=True)
        else:
            said = kernel.run(source)
        if said is None:
            kernel.stop()
            kernel.start()
            for one in replay(steps[:number], passed, our_load):
                if kernel.run(one) is None:
                    kernel.stop()
                    kernel.start()
            lost = slug or lost
            if kind == "check":
                yield slug, None, ENDED
            continue
        if kind == "own" and slug:
            lost = None
        if kind == "check":
            yield slug, file if file.is_file() else None, f"its names could not be read: {said[1]}"
        elif not said[0]:
            passed.add(number)
    kernel.stop()


def main():
    for slug, file, said in grade(*json.load(sys.stdin)):
        content = file.read_bytes() if file else b""
        header = {"slug": slug, "size": len(content), "said": said}
        sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + content)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
