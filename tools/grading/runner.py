"""Run the steps of one submission in a kernel, and write what leaves it at each check.

Started by itself, in a room: it imports nothing of this repository. The steps come as JSON on the
standard input, `[[kind, source, slug], …]`, a cell's seconds, and a seed. For a check a line of
JSON leaves on the standard output, `{"slug": …, "said": …, "left": how many}`, and below it that
many bytes, which `as_data` wrote; for a cell with outputs `{"cell": its number, "outputs": …}`.
"""

import json
import queue
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from jupyter_client.manager import start_new_kernel

COLOUR = re.compile(r"\x1b\[[\d;]*m")
ENDED = "its cell or its check did not end, or ended its kernel."
NO_PICTURE = "its cell made no picture; the exercises after it were given ours."
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
# So that exit() does not end the kernel, which it would some cells later.
STAY = "--IPKernelApp.exec_lines=get_ipython().unobserve_all('exit_now')"
# Divides by zero if there is no picture, which all exercises but the first need.
HAS_PICTURE = (
    "(lambda m: 1 / (m['practical.ledger'].picture_in(m['__main__'].__dict__) is not None))"
    "(__import__('sys').modules)\n"
)
LOAD = """
picture = __import__("sys").modules["practical.mandrill"].find_mandrill()
img = __import__("sys").modules["practical.pictures"].jpg_to_torch(picture)
"""


class Kernel:
    """A kernel that survives whatever runs in it: another takes its place, and runs the same."""

    def __init__(self, seconds):
        """Give every cell so many seconds."""
        self.seconds, self.passed = seconds, []
        self.start()

    def start(self):
        """Start a new kernel."""
        how = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        how["extra_arguments"] = [STAY]
        self.manager, self.client = start_new_kernel(kernel_name="python3", **how)

    def run(self, source, silent=False, again=True):
        """Run a cell, `silent` unseen by the ledger and by what IPython keeps.

        Return its error's last line, "" if it has none, or None if the kernel was lost and is
        another now, in which all runs `again` that passed, in order. The outputs, as notebooks
        have them, are kept until the next cell runs.
        """
        self.outputs, self.room, self.late, error = [], LARGEST, False, ""
        # Nobody is there to answer input(), which is an error at once.
        how = {"store_history": not silent, "allow_stdin": False, "stop_on_error": False}
        source = source.encode(errors="replace").decode()  # JSON may hold half a character
        asked = self.client.execute(source, silent, **how)
        for patience in self.seconds, GRACE:
            end = time.monotonic() + patience
            while self.manager.is_alive() and time.monotonic() < end:
                with suppress(queue.Empty):
                    message = self.client.get_iopub_msg(timeout=1)
                    kind, content = message["msg_type"], message["content"]
                    if message["parent_header"].get("msg_id") != asked:
                        continue
                    if kind in SHOWN:
                        self.keep({"output_type": kind} | content)
                    if kind == "error":
                        lines = content["traceback"] or [content["ename"]]
                        error = COLOUR.sub("", lines[-1])[:1000]
                    if kind == "status" and content["execution_state"] == "idle":
                        self.passed += [(source, silent)] * (again and not error)
                        return error
            self.manager.interrupt_kernel()
            self.late = True
        self.stop()
        self.start()
        # Nothing of ours ends a kernel, but something that went on after its cell.
        outputs, passed, self.passed = self.outputs, self.passed[: -1 if silent else None], []
        for cell in passed:  # one that ends its kernel this time is left out the next
            self.run(*cell)
        self.outputs = outputs
        return None

    def keep(self, output):
        """Keep one more output of the cell that runs, cut where it is too long."""
        last = self.outputs[-1] if self.outputs else {}
        if "text" in output:  # of a stream
            if output["name"] == last.get("name", 0):
                last["text"] = (last["text"] + output["text"])[:LONGEST_TEXT]
                return
            output["text"] = output["text"][:LONGEST_TEXT]
        self.room -= len(json.dumps(output))
        if self.room > 0:
            self.outputs.append(output)

    def stop(self):
        """End the kernel at once."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def grade(steps, seconds, seed):
    """Yield what leaves at each check, and after each cell with outputs, and the bytes below it."""
    kernel, folder, sow = Kernel(seconds), tempfile.TemporaryDirectory(), SOW.format(seed)
    file, lost = Path(folder.name, "left"), {}  # why there is nothing to check, by exercise
    cells = [(number, *step) for number, step in enumerate(steps) if step[0] != "text"]
    begin = next(number for number, kind, _, _ in cells if kind != "set-up")
    for number, kind, source, slug in cells:
        check = kind == "check"
        if check and slug in lost:
            yield {"slug": slug, "said": lost[slug], "left": 0}, b""
            continue
        if number == begin:
            kernel.run(f"exec({AS_DATA!r}, {{}})\n{sow}", silent=True)
        if slug and not check:
            error = kernel.run(HAS_PICTURE * (slug != "load") + sow, silent=True)
            if "ZeroDivisionError" in (error or ""):
                kernel.run(LOAD + sow, silent=True)
                lost["load"] = NO_PICTURE
        file.unlink(missing_ok=True)
        if check:
            error = kernel.run(LEAVE.format(slug, seed, str(file)), silent=True, again=False)
        else:
            error = kernel.run(source)
            lost.pop(slug, None)
        outputs, left = kernel.outputs, file.read_bytes() if file.is_file() else b""
        if error is None:
            outputs.append({"output_type": "stream", "name": "stderr", "text": f"\n{LOST}"})
        if kernel.late or error is None:
            lost[slug] = ENDED
        if check:
            why = lost.get(slug) or f"its names could not be read: {error}"
            yield {"slug": slug, "said": why, "left": len(left)}, left
        elif outputs and kind != "set-up":
            yield {"cell": number, "outputs": outputs}, b""
    kernel.stop()


def main():
    for said, left in grade(*json.load(sys.stdin)):
        sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
        sys.stdout.buffer.write(left)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
