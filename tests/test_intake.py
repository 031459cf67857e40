"""What was handed in is read whatever it is, or its row says why not."""

import json
from copy import deepcopy

import nbformat
import pytest

from grading.intake import NoNotebook, chosen, read, submissions
from grading.merge import Handout
from notebooks import SOLUTIONS, STUDENT

HANDOUT = Handout(STUDENT)
TEXT = nbformat.writes(STUDENT)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        nbformat.writes(deepcopy(STUDENT), version=3).encode(),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16", "nbformat 3"],
)
def test_a_notebook_is_read_in_whatever_way_it_was_saved(content, tmp_path):
    (tmp_path / "a.ipynb").write_bytes(content)
    code = [cell.source for cell in read(tmp_path / "a.ipynb").cells if cell.cell_type == "code"]
    assert code == [cell.source for cell in STUDENT.cells if cell.cell_type == "code"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (TEXT.encode()[:5000], "no notebook"),
        (b"<!DOCTYPE html><html></html>", "no notebook"),
        (b"[1, 2]", "no notebook"),
        (b"[" * 100_000, "no notebook"),
        (b"%PDF-1.7 \xff\x00", "no notebook"),
        (json.dumps({"cells": [{}], "nbformat": 4, "nbformat_minor": 5}).encode(), "no notebook"),
    ],
)
def test_what_is_no_notebook_is_said_in_a_sentence(content, why, tmp_path):
    (tmp_path / "anna.ipynb").write_bytes(content)
    with pytest.raises(NoNotebook, match=rf"^anna\.ipynb is {why}"):
        chosen(HANDOUT, [tmp_path / "anna.ipynb"])


def test_of_several_notebooks_the_one_with_most_answers_is_graded(tmp_path):
    half = deepcopy(STUDENT)
    for cell in half.cells[: len(half.cells) // 2]:
        cell.source = next((c.source for c in SOLUTIONS.cells if c.id == cell.id), cell.source)
    for name, notebook in ("a", STUDENT), ("b", SOLUTIONS), ("c", half):
        nbformat.write(notebook, tmp_path / f"{name}.ipynb")
    (tmp_path / "d.ipynb").write_text("{")
    _, taken, note = chosen(HANDOUT, sorted(tmp_path.iterdir()))
    assert taken.name == "b.ipynb"
    assert note == "d.ipynb is no notebook (NotJSONError). Of 4 notebooks, b.ipynb was graded."


def test_everyone_is_a_row_and_junk_is_none(tmp_path):
    for place in "anna/a.ipynb", "ben/x/b.ipynb", "ben/__MACOSX/b.ipynb", "__MACOSX/c", "._d":
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("")
    (tmp_path / "cem").mkdir()
    (tmp_path / "dora.ipynb").symlink_to(tmp_path / "anna/a.ipynb")
    (tmp_path / "cem/link").symlink_to(tmp_path / "anna")
    rows = {who: [file.name for file in files] for who, files in submissions(tmp_path)}
    assert rows == {"anna": ["a.ipynb"], "ben": ["b.ipynb"], "cem": [], "dora": []}
