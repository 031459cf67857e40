"""A kernel in which a student runs cells, and what each cell shows."""

import ast
import re
import threading
from typing import NamedTuple

from jupyter_client.manager import start_new_kernel

from notebooks import ROOT, SETUP, source


class Shown(NamedTuple):
    """What a cell wrote, and its error: the name, and the lines that a notebook shows."""

    text: str
    error: str = ""
    lines: tuple[str, ...] = ()

    @property
    def line(self):
        """Return the one line of an error."""
        (line,) = self.lines
        return line


class StudentKernel:
    """A kernel; `run` runs one cell after the other, as a frontend does."""

    def __init__(self, folder=ROOT):
        """Start it in `folder`."""
        self.manager, self.client = start_new_kernel(kernel_name="python3", cwd=str(folder))

    def run(self, text, interrupted=False):
        """Run a cell and return what it shows; interrupt it soon after it has written something."""
        messages = []

        def hear(message):
            messages.append(message)
            if interrupted and message["msg_type"] == "stream":
                threading.Timer(0.3, self.manager.interrupt_kernel).start()

        # With stop_on_error, a cell sent soon after an error would be dropped.
        self.client.execute_interactive(text, output_hook=hear, timeout=60, stop_on_error=False)
        written = "".join(m["content"].get("text", "") for m in messages)
        for message in messages:
            if message["msg_type"] == "error":
                content = message["content"]
                lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in content["traceback"]]
                return Shown(written, content["ename"], tuple(lines))
        return Shown(written)

    def value(self, expression):
        """Return what an expression of plain Python values is, without running a cell."""
        asked = {"value": expression}
        reply = self.client.execute_interactive("", silent=True, user_expressions=asked, timeout=60)
        return ast.literal_eval(reply["content"]["user_expressions"]["value"]["data"]["text/plain"])

    def set_up(self):
        """Run the cells of the set-up, those of *Going further* too."""
        for cell in SETUP:
            if cell.id != "setup-imports":
                self.run(cell.source)
        return self.run(source("setup-imports"))

    def check(self, slug):
        """Run the exercise's check."""
        return self.run(source(f"{slug}-check"))

    def stop(self):
        """End the kernel."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
