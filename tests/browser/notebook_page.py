"""A notebook in JupyterLab or Notebook 7, which build their cells of the same elements."""

import re
from contextlib import contextmanager
from math import ceil

from playwright.sync_api import expect

WINDOW = {"width": 1280, "height": 900}
ERROR = '[data-mime-type="application/vnd.jupyter.stderr"]'
# How far a cell reaches below the window when the notebook is scrolled to its top:
BELOW = """cell => {
    const panel = cell.closest(".jp-WindowedPanel-outer");
    panel.scrollTop = 0;
    return cell.getBoundingClientRect().bottom - panel.getBoundingClientRect().bottom;
}"""
LOWER_END = """() =>
    document.querySelector(".jp-WindowedPanel-outer").getBoundingClientRect().bottom
"""
# In the console of a frontend, with an empty notebook as well:
NOT_OURS = [
    # Notebook 7.6 at its start, from its own menu, which asks for settings not yet loaded.
    "Cannot read properties of undefined (reading 'schema')",
]


class NotebookPage:
    """What a person sees of a notebook and does with it, by the ids of its cells."""

    def __init__(self, page, notebook, pictures):
        """Take a Playwright page, the notebook to open there, and a folder for screenshots."""
        self.page = page
        self.cells = notebook.cells
        self.pictures = pictures
        self.errors = []  # what the console reports
        self.strangers = []  # addresses on other machines that the page asks for
        page.on("console", lambda message: message.type == "error" and self._hear(message.text))
        page.on("pageerror", lambda error: self._hear(str(error)))
        page.on("request", self._notice)

    def _hear(self, error):
        if error not in NOT_OURS:
            self.errors.append(error)

    def _notice(self, request):
        if not re.match(r"(data|blob):|http://127\.0\.0\.1:", request.url):
            self.strangers.append(request.url)

    def goto(self, address):
        """Open the notebook; return when every cell is on the page and the kernel is there."""
        self.page.goto(address)
        expect(self.page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(self.cells))
        status = self.page.locator(".jp-Notebook-ExecutionIndicator")
        expect(status).to_have_attribute("data-status", "idle")

    def cell(self, cell_id):
        """Return the locator of a cell."""
        (index,) = (i for i, cell in enumerate(self.cells) if cell.id == cell_id)
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{index}"]')

    def output(self, cell_id):
        """Return the locator of the outputs of a code cell."""
        return self.cell(cell_id).locator(".jp-OutputArea-output")

    def run_all(self):
        """Choose *Run All Cells* in the menu; return when the last cell has run or one fails."""
        self.page.get_by_role("menubar").get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        last = [cell.id for cell in self.cells if cell.cell_type == "code"][-1]
        prompt = self.cell(last).locator(".jp-InputPrompt").filter(has_text=re.compile(r"\d"))
        expect(prompt.or_(self.page.locator(ERROR)).first).to_be_attached()

    def write(self, cell_id, source):
        """Replace what stands in a code cell, and run it."""
        self.cell(cell_id).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(source)
        self.page.keyboard.press("Control+Enter")

    def run_check(self, slug):
        """Go from the exercise's cell down to its check with the arrow keys, and run that."""
        self.cell(slug).locator(".cm-content").click()
        self.page.keyboard.press("Escape")
        ids = [cell.id for cell in self.cells]
        for cell_id in ids[ids.index(slug) + 1 : ids.index(f"{slug}-check") + 1]:
            self.page.keyboard.press("ArrowDown")
            expect(self.cell(cell_id)).to_have_class(re.compile("jp-mod-active"))
        self.page.keyboard.press("Shift+Enter")

    @contextmanager
    def whole(self):
        """Make the window as tall as the notebook: what is scrolled away is not drawn."""
        last = self.cell(self.cells[-1].id)
        height = WINDOW["height"]
        while (missing := last.evaluate(BELOW)) > 0:
            height += ceil(missing)
            before = self.page.evaluate(LOWER_END)
            self.page.set_viewport_size(WINDOW | {"height": height})
            # The frontend fills the window a moment later; until then it would grow and grow.
            self.page.wait_for_function(f"before => ({LOWER_END})() > before", arg=before)
        yield
        self.page.set_viewport_size(WINDOW)

    def photograph(self, name):
        """Save a screenshot of the window."""
        self.page.screenshot(path=self.pictures / f"{name}.png")

    def photograph_sections(self):
        """Save a screenshot of each section, from one heading to the next."""
        headings = [
            c.id for c in self.cells if re.match("#+ ", c.source) and c.cell_type == "markdown"
        ]
        with self.whole():
            boxes = [self.cell(cell_id).bounding_box() for cell_id in headings]
            last = self.cell(self.cells[-1].id).bounding_box()
            ends = [*(box["y"] for box in boxes[1:]), last["y"] + last["height"]]
            for number, (name, box, end) in enumerate(zip(headings, boxes, ends, strict=True)):
                self.page.screenshot(
                    path=self.pictures / f"{number:02}-{name}.png",
                    clip=box | {"height": end - box["y"]},
                )
