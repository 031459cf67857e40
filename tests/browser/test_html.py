"""The notebooks as HTML pages, made by nbconvert, for reading in a browser without Jupyter."""

import pytest
from accessibility import findings
from nbconvert import HTMLExporter
from notebook_page import WINDOW
from playwright.sync_api import expect

from notebooks import SOLUTIONS, STUDENT


@pytest.fixture(scope="module", params=[SOLUTIONS, STUDENT], ids=["solutions", "student"])
def html_page(request, chromium, tmp_path_factory):
    """Return a notebook as an HTML page, with everything unfolded."""
    file = tmp_path_factory.mktemp("html") / "page.html"
    file.write_text(HTMLExporter().from_notebook_node(request.param)[0], encoding="utf-8")
    page = chromium.new_page(viewport=WINDOW)
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    yield page
    page.close()


def test_axe_finds_nothing_serious(html_page):
    assert findings(html_page) == []


def test_every_picture_has_an_alt_text_of_its_own(html_page):
    alts = [picture.get_attribute("alt") for picture in html_page.locator("img").all()]
    # What nbconvert writes where it knows of no alt text:
    assert alts
    assert "No description has been provided for this image" not in alts
    assert all(len(alt.split()) >= 4 for alt in alts)


def test_every_picture_can_be_decoded(html_page):
    for picture in html_page.locator("img").all():
        expect(picture).not_to_have_js_property("naturalWidth", 0)
