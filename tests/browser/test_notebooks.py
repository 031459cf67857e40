"""What a student sees of the two notebooks in JupyterLab and in Notebook 7.

The tests share the pages, in the order in which a student would come to these things.
"""

import re

import pytest
from accessibility import findings
from notebook_page import ERROR
from playwright.sync_api import expect

from notebooks import CHECKED, SOLUTIONS, STUDENT, source

WRONG_BLUR = source("blur").replace("1 / 25", "1")
HINT = "A flat picture of 100 comes out as (2500, 2500, 2500); wanted (100, 100, 100)."
NUMBER = re.compile(r"[-\d.e]+")
WIDTH = "picture => picture.decode().then(() => picture.naturalWidth)"
BYTES = "async picture => (await (await fetch(picture.src)).bytes()).toString()"
PICTURES = {
    cell.id: [output.data["text/plain"] for output in cell.get("outputs", []) if "data" in output]
    for cell in SOLUTIONS.cells
    if cell.id != "playground"
}


def test_every_check_of_the_solutions_shows_a_tick(solutions):
    for slug in CHECKED:
        expect(solutions.output(f"{slug}-check")).to_contain_text(f"✓ {slug}")
    expect(solutions.page.locator(ERROR)).to_have_count(0)


@pytest.mark.parametrize("slug", ["pooling", "discover"])
def test_the_last_board_of_a_part_is_full(solutions, slug):
    board = solutions.output(f"{slug}-check").text_content()
    done, total = map(int, re.search(r"(\d+) of (\d+) done", board).groups())
    assert done == total == board.count("✓") - 1


@pytest.mark.parametrize("cell_id", [cell_id for cell_id, alts in PICTURES.items() if alts])
def test_a_picture_of_the_solutions_is_on_the_page_with_its_alt_text(solutions, cell_id):
    pictures = solutions.output(cell_id).locator("img")
    expect(pictures).to_have_count(len(PICTURES[cell_id]))
    for picture, alt in zip(pictures.all(), PICTURES[cell_id], strict=True):
        assert picture.evaluate(WIDTH) > 99
        # Times and the last loss differ from run to run.
        assert NUMBER.sub("", picture.get_attribute("alt")) == NUMBER.sub("", alt)


def test_folded_cells_show_a_bar_in_place_of_their_code(either):
    for cell in STUDENT.cells:
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            expect(either.cell(cell.id).locator(".jp-InputArea-editor")).to_be_hidden()
            expect(either.cell(cell.id).locator(".jp-InputPlaceholder")).to_be_visible()


def test_every_formula_is_typeset(either):
    for cell in either.cells:
        if cell.cell_type == "markdown":
            text = either.cell(cell.id).locator(".jp-RenderedMarkdown")
            formulas = re.findall(r"\$\$.+?\$\$|\$.+?\$", cell.source, re.DOTALL)
            expect(text.locator("mjx-container")).to_have_count(len(formulas))
            expect(text.locator("mjx-merror")).to_have_count(0)
            expect(text).not_to_contain_text("$")


def test_nothing_is_wider_than_the_page(either):
    for part in either.page.locator(".jp-RenderedMarkdown, .jp-OutputArea-output").all():
        sticking_out = part.evaluate("part => part.scrollWidth - part.clientWidth")
        assert sticking_out <= 0, part.text_content()


def test_the_console_reports_no_error(either):
    assert either.errors == []


def test_no_other_machine_is_asked_for_anything(either):
    assert either.strangers == []


def test_run_all_stops_at_the_first_blank_with_one_red_line(student):
    expect(student.page.locator(ERROR)).to_have_count(1)
    expect(student.output("load-check")).to_have_text(re.compile("^load: not attempted[^\n]*$"))
    expect(student.page.locator(".jp-Notebook")).not_to_contain_text(re.compile("Traceback|---->"))


def test_axe_finds_nothing_serious_in_what_the_notebook_shows(either):
    # The frontend's own body has no height, so that axe takes everything in it for hidden.
    either.page.add_style_tag(content="body { height: 100vh }")
    with either.whole():
        assert findings(either.page, ".jp-RenderedMarkdown", ".jp-OutputArea-output") == []


def test_every_check_is_open_and_reached_with_the_arrow_keys(student):
    for slug in CHECKED:
        check = student.cell(f"{slug}-check")
        expect(check.locator(".cm-content")).to_have_text(f'check("{slug}")')
        student.run_check(slug)
        expect(check).to_contain_text(f"{slug}: not attempted")


def test_a_wrong_blur_gets_its_hint_and_the_right_one_its_tick(student):
    student.write("load", source("load"))
    student.run_check("load")
    student.write("blur", WRONG_BLUR)
    student.run_check("blur")
    outputs = student.output("blur-check")
    expect(outputs).to_have_count(2)
    assert HINT in outputs.first.locator("img").get_attribute("alt")
    expect(outputs.last).to_have_text(f"✗ blur: {HINT}")
    student.photograph("blur-wrong")
    student.write("blur", source("blur"))
    student.run_check("blur")
    expect(student.output("blur-check")).to_have_text(re.compile("^✓ blur[^✗]*$"))
    student.photograph("blur-right")


@pytest.mark.parametrize("kind", ["hints", "target"])
def test_hints_and_targets_are_folded_until_one_unfolds_them(student, kind):
    for cell in STUDENT.cells:
        if cell.id.endswith(f"-{kind}"):
            for details in student.cell(cell.id).locator("details").all():
                summary, content = details.locator("summary"), details.locator(":not(summary)")
                expect(content.first).to_be_hidden()
                summary.press("Enter")
                expect(content.first).to_be_visible()
                for picture in content.locator("img").all():
                    assert picture.evaluate(WIDTH) > 0
                    assert len(picture.get_attribute("alt").split()) >= 4
                summary.click()
                expect(content.first).to_be_hidden()


def test_the_playground_is_played_with_the_keyboard_alone(solutions):
    keyboard, playground = solutions.page.keyboard, solutions.output("playground")
    kernel = playground.get_by_role("combobox", name="Kernel")
    numbers = playground.get_by_role("textbox", name="Numbers")
    divide = playground.get_by_role("checkbox", name="divide by the sum")
    picture, place = playground.get_by_role("img"), playground.get_by_role("status")
    status = playground.locator(".widget-html-content").first

    def bytes_after(*keys):
        address = picture.get_attribute("src")
        for key in keys:
            keyboard.press(key)
        expect(picture).not_to_have_attribute("src", address)
        return picture.evaluate(BYTES)

    identity = picture.evaluate(BYTES)
    solutions.cell("playground").focus()
    keyboard.press("Tab")
    expect(kernel).to_be_focused()
    keyboard.press("Space")
    # Over a list that is folded, the frontend takes the arrow keys for itself.
    solutions.page.wait_for_function("document.activeElement.matches(':open')")
    blurred = bytes_after("ArrowDown", "Enter")
    expect(kernel).to_have_value("box blur")
    expect(status).to_have_text("5 × 5, the numbers add up to 25")
    keyboard.press("Tab")
    expect(numbers).to_be_focused()
    edited = bytes_after("ControlOrMeta+Home", "9")
    expect(status).to_have_text("5 × 5, the numbers add up to 115")
    keyboard.press("x")
    expect(status).to_have_text(re.compile("^✗ “9x1” is not a number.* stays as it was"))
    assert picture.evaluate(BYTES) == edited
    solutions.photograph("playground-unreadable")
    keyboard.press("Backspace")
    expect(status).to_have_text("5 × 5, the numbers add up to 115")
    keyboard.press("Tab")
    expect(divide).to_be_focused()
    undivided = bytes_after("Space")
    assert len({identity, blurred, edited, undivided}) == 4
    for part, name in ("row", "Row 1, column 0"), ("column", "Row 1, column 1"):
        keyboard.press("Tab")
        expect(playground.get_by_role("spinbutton", name=part)).to_be_focused()
        keyboard.press("ArrowUp")
        expect(place).to_have_text(re.compile(f"^{name}, green: the products add up to"))
    solutions.photograph("playground-lens")
    expect(picture).to_have_accessible_name(re.compile(r"\w+ \w+"))
