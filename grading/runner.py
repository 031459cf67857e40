"""Run the steps of one submission in a kernel, and write what its checks say, a line for each.

Started by itself, in a sandbox: it imports nothing of this repository. The steps come as JSON on
the standard input, `[[kind, source, slug], …]`, a cell's seconds, our `load`; a check leaves as
`{"slug": …, "verdict": "✓", "said": …}` on the standard output.
"""

import json
import queue
import re
import subprocess
import sys
import time

from jupyter_client.manager import start_new_kernel

COLOUR = re.compile(r"\x1b\[[\d;]*m")
GRACE = 3  # seconds that an interrupted cell has to end
VERDICTS = {"Mistake": "✗", "NotAttempted": "–", "": "✓"}


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

    def run(self, source):
        """Run a cell. Return `(error's name, its last line)`, or None if the kernel was lost."""
        asked = self.client.execute(source, store_history=True, stop_on_error=False)
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


def grade(steps, seconds, our_load):
    """Yield for each check its slug, ✓, ✗ or –, and what it said."""
    kernel, passed, lost = Kernel(seconds), set(), None
    for number, (kind, source, slug) in enumerate(steps):
        if lost and kind == "check" and slug == lost:
            yield slug, "–", "its cell did not end, or ended its kernel."
            continue
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
                yield slug, "–", "its check did not end, or ended its kernel."
            continue
        if kind == "own" and slug:
            lost = None
        if kind == "check":
            yield slug, VERDICTS.get(said[0], "–"), said[1]
        elif not said[0]:
            passed.add(number)
    kernel.stop()


def main():
    for slug, verdict, said in grade(*json.load(sys.stdin)):
        print(json.dumps({"slug": slug, "verdict": verdict, "said": said}), flush=True)


if __name__ == "__main__":
    main()
