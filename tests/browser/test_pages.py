"""What `make grade` writes for people: the class's page and pages of feedback, in a browser.

As a program, `PYTHONPATH=.:tests:tools python tests/browser/test_pages.py`, it draws the picture
docs/class.png.
"""

import io
import random

import numpy as np
import pytest
from accessibility import findings
from PIL import Image
from playwright.sync_api import sync_playwright

from conftest import CHROMIUM
from grading.class_page import page as class_page
from grading.feedback import write
from grading.merge import Step
from notebooks import CHECKED, ROOT
from read_answers import ANSWERS
from test_feedback import HOSTILE, row, shown

PICTURE, SIZE = ROOT / "docs/class.png", {"width": 900, "height": 1000}


def made_up_class(size=30):
    """Return what came out for a class that gave answers of tests/answers, drawn at random."""
    draw, class_ = random.Random(4), []
    wrong = {
        slug: [a for a in ANSWERS if (a.slug, a.verdict) == (slug, "wrong")] for slug in CHECKED
    }
    for _ in range(size):
        verdicts, answers = {}, {}
        for number, slug in enumerate(CHECKED):
            verdicts[slug] = "✓", ""
            if draw.random() < 0.15 + 0.02 * number:
                answer = draw.choice(wrong[slug][:4])
                verdicts[slug] = "✗", answer.sentence.removeprefix(f"✗ {slug}: ")
                answers[slug] = answer.text
            elif draw.random() < 0.03 * number:
                verdicts[slug] = "–", "not attempted."
        class_.append((verdicts, answers))
    return class_page(CHECKED, class_)


def screenshot(page, folder):
    """Return a picture of the class's page, as PNG."""
    (folder / "class.html").write_text(made_up_class(), encoding="utf-8")
    page.set_viewport_size(SIZE)
    page.goto((folder / "class.html").as_uri())
    return page.screenshot()


@pytest.fixture
def page(chromium):
    """Return a page, and let nothing be loaded but files."""
    page = chromium.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail("something has run"))
    yield page
    page.close()


def test_the_class_page_can_be_read_by_everyone_and_loads_nothing(page, tmp_path):
    screenshot(page, tmp_path)
    assert findings(page) == []
    assert page.asked == [page.url]
    assert page.get_by_role("rowheader").all_inner_texts() == CHECKED


def test_the_class_page_fits_a_printed_page_in_its_width(page, tmp_path):
    screenshot(page, tmp_path)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})  # of A4, less its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


def test_the_picture_in_the_documentation_is_of_this_page(page, tmp_path):
    now, before = io.BytesIO(screenshot(page, tmp_path)), PICTURE
    pictures = [np.array(Image.open(one).convert("L"), dtype=float) for one in (now, before)]
    assert pictures[0].shape == pictures[1].shape
    assert abs(pictures[0] - pictures[1]).mean() < 2


def test_a_page_of_feedback_can_be_read_and_nothing_hostile_runs(page, tmp_path):
    steps = [Step("text", text) for text in HOSTILE]
    steps += [Step("own", f"# {text}", "load") for text in HOSTILE]
    outputs = [shown(text_html=text) for text in HOSTILE]
    outputs += [{"output_type": "stream", "name": "stdout", "text": text} for text in HOSTILE]
    heard = [{"cell": len(HOSTILE), "outputs": outputs}]
    heard += [{"slug": "load", "verdict": "✓", "said": ""}]
    write(tmp_path, row("<script>alert(1)</script>"), [*steps, Step("check", "", "load")], heard)
    page.goto((tmp_path / "feedback/Anna/convolution_101.html").as_uri())
    assert [url for url in page.asked if not url.startswith("data:")] == [page.url]
    assert page.locator(".check").inner_text() == "✓ load"
    assert [one for one in findings(page, "table", ".check") if "image-alt" not in one] == []


def main():
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        PICTURE.write_bytes(screenshot(browser.new_page(), PICTURE.parent))
        (PICTURE.parent / "class.html").unlink()


if __name__ == "__main__":
    main()
