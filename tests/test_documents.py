"""What the documents say is there is there, and the first ones stay short."""

import re

import pytest

from notebooks import ROOT

FOLDERS = ROOT, ROOT / "docs", ROOT / "tests/bench", ROOT / "data"
DOCUMENTS = [page for folder in FOLDERS for page in folder.glob("*.md") if page.stem != "answers"]
TARGETS = set(re.findall(r"^([\w.-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def anchors(document):
    """Return what the headings of a document can be reached by, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h.lower()).strip().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: str(one.relative_to(ROOT)))
def test_every_link_leads_somewhere(document):
    links = re.findall(r"\]\((?!http)([^)#]*)(?:#([^)]*))?\)", document.read_text("utf-8"))
    for path, anchor in links:
        target = document.parent / path if path else document
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: str(one.relative_to(ROOT)))
def test_every_command_of_make_is_one(document):
    text = document.read_text("utf-8")
    code = re.findall(r"`(make [^`]+)`", text) + re.findall(r"^(make .+)", text, re.MULTILINE)
    for command in code:
        word = command.split()[1]
        assert word in TARGETS or not re.fullmatch(r"[a-z][a-z-]+", word), command


@pytest.mark.parametrize(("name", "most"), [("README.md", 5_000), ("docs/TEACHING.md", 8_000)])
def test_the_first_pages_are_short(name, most):
    assert (ROOT / name).stat().st_size <= most
