"""Run the steps of one submission in a kernel, and write what leaves it at each check.

Started by itself, in a room: it imports nothing of this repository. The steps come as JSON on the
standard input, `[[kind, source, slug], …]`, a cell's seconds, our `load`, and a seed. For a check a
line of JSON leaves on the standard output, `{"slug": …, "size": …, "said": …}`, and then as many
bytes as it says, which are the names as `as_data` wrote them; for a cell with outputs `{"cell":
its number, "size": …}`, and these as JSON.
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
from nbformat.v4 import new_output, output_from_msg

COLOUR = re.compile(r"\x1b\[[\d;]*m")
ENDED = "its cell or its check did not end, or ended its kernel."
LOST = "This cell did not end, or ended its kernel."
GRACE = 3  # seconds that an interrupted cell has to end
SHOWN = "stream", "display_data", "execute_result", "error"
LONGEST_TEXT, LARGEST = 10**4, 10**6  # letters of a stream, bytes of all that a cell puts out
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

        Return `(error's name, its last line)`, or None if the kernel was lost. Its outputs, as
        notebooks have them, are kept until the next cell runs.
        """
        self.outputs, self.room = [], LARGEST
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
                if message["msg_type"] in SHOWN:
                    self.keep(output_from_msg(message))
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

    def keep(self, output):
        """Keep one more output of the cell that runs, cut where it is too long."""
        last = self.outputs[-1] if self.outputs else {}
        if output.output_type == "stream":
            output.text = output.text[:LONGEST_TEXT]
            if last.get("name") == output.name:
                last.text = (last.text + output.text)[:LONGEST_TEXT]
                return
        self.room -= len(json.dumps(output))
        if self.room > 0:
            self.outputs.append(output)

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
    """Yield what leaves at each check and after each cell: `(header, bytes)`."""
    kernel, passed, lost = Kernel(seconds), set(), None
    begin = [kind for kind, _, _ in steps].count("set-up")
    folder = tempfile.TemporaryDirectory()
    file = Path(folder.name, "left")
    for number, (kind, source, slug) in enumerate(steps):
        if lost and kind == "check" and slug == lost:
            yield {"slug": slug, "said": ENDED}, b""
            continue
        file.unlink(missing_ok=True)
        if number == begin or (slug and kind == "own"):
            kernel.run(SOW.format(seed), silent=True)
        if kind == "text":
            continue
        if kind == "check":
            said = kernel.run(LEAVE.format(slug, seed, str(file)), silent=True)
        else:
            said = kernel.run(source)
        if kind != "check" and said is None:
            kernel.outputs.append(new_output("stream", name="stderr", text=f"\n{LOST}"))
        if kind in ("own", "given") and kernel.outputs:
            yield {"cell": number}, json.dumps(kernel.outputs).encode()
        if said is None:
            kernel.stop()
            kernel.start()
            for one in replay(steps[:number], passed, our_load):
                if kernel.run(one) is None:
                    kernel.stop()
                    kernel.start()
            lost = slug or lost
            if kind == "check":
                yield {"slug": slug, "said": ENDED}, b""
            continue
        if kind == "own" and slug:
            lost = None
        if kind == "check":
            why = f"its names could not be read: {said[1]}"
            yield {"slug": slug, "said": why}, file.read_bytes() if file.is_file() else b""
        elif not said[0]:
            passed.add(number)
    kernel.stop()


def main():
    for header, content in grade(*json.load(sys.stdin)):
        line = json.dumps(header | {"size": len(content)})
        sys.stdout.buffer.write(line.encode() + b"\n" + content)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
