"""Run the steps of one submission in a kernel, and write what leaves it at each check.

Started by itself, in a room: it imports nothing of this repository. The steps come as JSON on the
standard input, `[[kind, source, slug], …]`, a cell's seconds, our `load`, and a seed. For a check a
line of JSON leaves on the standard output, `{"slug": …, "said": …, "left": …}`, of which the last
is what `as_data` wrote, in base 64; for a cell with outputs `{"cell": its number, "outputs": …}`.
"""

import json
import queue
import re
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from contextlib import suppress
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
    "(__import__('sys').modules)"
)
LEAVE = "__import__('sys').modules['grading.as_data'].leave({!r}, {}, {!r})"
# A student may have a grading.py: theirs is what they import, ours is what leaves their names.
AS_DATA = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import as_data
sys.modules["grading.as_data"] = sys.modules.pop("as_data")
del sys.path[0]
"""


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

        Return its error's last line, "" if it has none, or None if the kernel was lost and is
        another now. The outputs, as notebooks have them, are kept until the next cell runs.
        """
        self.outputs, self.room, error = [], LARGEST, ""
        asked = self.client.execute(source, silent, store_history=not silent, stop_on_error=False)
        for patience in self.seconds, GRACE:
            end = time.monotonic() + patience
            while self.manager.is_alive() and time.monotonic() < end:
                with suppress(queue.Empty):
                    message = self.client.get_iopub_msg(timeout=1)
                    kind, content = message["msg_type"], message["content"]
                    if message["parent_header"].get("msg_id") != asked:
                        continue
                    if kind in SHOWN:
                        self.keep(output_from_msg(message))
                    if kind == "error":
                        lines = content["traceback"] or [content["ename"]]
                        error = COLOUR.sub("", lines[-1])[:1000]
                    if kind == "status" and content["execution_state"] == "idle":
                        return error
            self.manager.interrupt_kernel()
        self.stop()
        self.start()
        return None

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


def grade(steps, seconds, our_load, seed):
    """Yield what leaves at each check, and after each cell with outputs."""
    kernel, lost, folder = Kernel(seconds), None, tempfile.TemporaryDirectory()
    file = Path(folder.name, "left")
    cells = [(number, *step) for number, step in enumerate(steps) if step[0] != "text"]
    begin = next(number for number, kind, _, _ in cells if kind != "set-up")
    # What a new kernel runs before it goes on: the set-up, `load`, cells of their own.
    again = {("set-up", ""): [], ("own", "load"): [], ("own", ""): []}
    for number, kind, source, slug in cells:
        check, error = kind == "check", ""
        if check and slug == lost:
            yield {"slug": slug, "said": ENDED, "left": ""}
            continue
        if number == begin:
            again["set-up", ""].append(f"exec({AS_DATA!r}, {{}})")
            kernel.run(again["set-up", ""][-1], silent=True)
        if number == begin or (slug and not check):
            error = kernel.run(SOW.format(seed), silent=True)
        file.unlink(missing_ok=True)
        if error is not None:  # else what ran before has ended the kernel meanwhile
            source = LEAVE.format(slug, seed, str(file)) if check else source
            error = kernel.run(source, silent=check)
        outputs, left = kernel.outputs, file.read_bytes() if file.is_file() else b""
        if error is None:
            outputs.append(new_output("stream", name="stderr", text=f"\n{LOST}"))
            setup, load, more = again.values()
            for one in setup + (load or [our_load]) + more:
                kernel.run(one)
            lost = slug or lost
        elif not check:
            lost = None if slug else lost
            if not error:
                again.get((kind, slug), []).append(source)
        if check:
            why = ENDED if error is None else f"its names could not be read: {error}"
            yield {"slug": slug, "said": why, "left": b64encode(left).decode()}
        elif outputs and kind != "set-up":
            yield {"cell": number, "outputs": outputs}
    kernel.stop()


def main():
    for said in grade(*json.load(sys.stdin)):
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
