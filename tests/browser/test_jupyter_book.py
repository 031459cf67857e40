"""Both notebooks as pages of a Jupyter Book, by its version 1."""

import shutil
import subprocess

import pytest
from notebook_page import WINDOW
from playwright.sync_api import expect

from notebooks import ROOT, SETUP, SOLUTIONS, STUDENT

BUILD = [".venv-book/bin/jupyter-book", "build", "--warningiserror", "--keep-going"]
CONFIGURATION = {
    "_config.yml": "execute: {execute_notebooks: 'off'}\nonly_build_toc_files: true\n",
    "_toc.yml": "format: jb-book\nroot: convolution_101\n"
    "chapters: [{file: convolution_101_solutions}]\n",
}
NOTEBOOKS = {"convolution_101": STUDENT, "convolution_101_solutions": SOLUTIONS}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return the folder with the pages of a book that has both notebooks."""
    folder = tmp_path_factory.mktemp("book")
    for name, text in CONFIGURATION.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in NOTEBOOKS:
        shutil.copy(ROOT / f"{name}.ipynb", folder)
    done = subprocess.run([*BUILD, folder], cwd=ROOT, text=True, stdout=-1, stderr=-2)
    assert done.returncode == 0, done.stdout
    return folder / "_build/html"


@pytest.fixture(params=NOTEBOOKS)
def page(request, book, chromium):
    """Return the page of a notebook."""
    page = chromium.new_page(viewport=WINDOW)
    page.goto((book / f"{request.param}.html").as_uri())
    page.notebook = NOTEBOOKS[request.param]
    yield page
    page.close()


def test_the_machinery_is_folded_and_everything_else_lies_open(page):
    folded = page.locator(".cell.tag_hide-input")
    hidden = [cell for cell in SETUP if cell.metadata.get("_kg_hide-input")]
    assert folded.count() >= len(hidden) > 9
    for cell in folded.all():
        expect(cell.locator(".cell_input")).to_be_hidden()
    expect(page.locator(".cell:not(.tag_hide-input) .cell_input").first).to_be_visible()


def test_every_picture_is_there_with_its_alt_text(page):
    pictures = page.locator("article img, main img").all()
    prose_and_outputs = [cell for cell in page.notebook.cells if "%%module" not in cell.source]
    wanted = sum(str(cell).count("<img ") for cell in prose_and_outputs)
    assert len(pictures) == wanted > 10
    for picture in pictures:
        assert picture.get_attribute("alt")
        assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 0


def test_hints_are_folded_and_open(page):
    hint = page.locator("main details").filter(has_text="Hint").first
    expect(hint).not_to_have_attribute("open", "")
    hint.locator("summary").click()
    expect(hint).to_have_attribute("open", "")
