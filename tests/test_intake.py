"""What was handed in is read whatever it is, or its row says why not."""

import json
from copy import deepcopy
from functools import partial

import nbformat
import pytest

from grading.download import File
from grading.intake import MANDRILL, NoNotebook, around, chosen, read
from grading.merge import Handout
from notebooks import SOLUTIONS, STUDENT

HANDOUT = Handout(STUDENT)
TEXT = nbformat.writes(STUDENT)


def file(name, content):
    """Return a File of this name and content."""
    return File(name, len(content), partial(bytes, content))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        nbformat.writes(deepcopy(STUDENT), version=3).encode(),
        nbformat.writes(deepcopy(STUDENT), version=2).encode(),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16", "UTF-16 without", "nbformat 3", "nbformat 2"],
)
def test_a_notebook_is_read_in_whatever_way_it_was_saved(content):
    cells = read(file("a.ipynb", content)).cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    assert code == [cell.source for cell in STUDENT.cells if cell.cell_type == "code"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (bytes(1000), "empty"),
        (TEXT.encode()[:5000], "a notebook that is cut off or damaged"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><html></html>", "a web page"),
        (b"[1, 2]", "no notebook"),
        (b"[" * 100_000, "no notebook"),
        (b"%PDF-1.7 \xff\x00", "a PDF"),
        (b"PK\x03\x04\xff\x00", "a ZIP"),
        (json.dumps({"cells": [{}], "nbformat": 4, "nbformat_minor": 5}).encode(), "no notebook"),
    ],
)
def test_what_is_no_notebook_is_said_in_a_sentence(content, why):
    with pytest.raises(NoNotebook, match=rf"^anna\.ipynb is {why}"):
        chosen(HANDOUT, [file("anna.ipynb", content)])


def test_what_was_handed_in_in_place_of_a_notebook_is_named():
    with pytest.raises(NoNotebook, match=r"^No notebook was handed in\.$"):
        chosen(HANDOUT, [])
    with pytest.raises(NoNotebook, match=r"^No notebook was handed in, but a\.rar, b\.pdf\.$"):
        chosen(HANDOUT, [file("x/a.rar", b"1"), file("b.pdf", b"1")])
    with pytest.raises(NoNotebook, match=r"^a\.ipynb is larger than 100 MB\.$"):
        chosen(HANDOUT, [File("a.ipynb", 10**9, bytes)])


def changed(key, value=None, *, all_of_them=False, inside=None):
    """Return a notebook as bytes, in which one cell or the notebook has this value for this key."""
    notebook = json.loads(nbformat.writes(SOLUTIONS))
    parts = [notebook, *notebook["cells"]] if all_of_them else [notebook["cells"][7]]
    for part in parts:
        part = part[inside] if inside else part
        part[key] = value
        if value is None and all_of_them:
            del part[key]
    return file("a.ipynb", json.dumps(notebook).encode())


@pytest.mark.parametrize(
    "incomplete",
    [
        changed("metadata"),
        changed("metadata", all_of_them=True),
        changed("metadata", 0),
        changed("source"),
    ],
)
def test_what_a_program_has_left_out_of_a_notebook_is_filled_in(incomplete):
    steps, _, note = chosen(HANDOUT, [incomplete])
    assert len([step for step in steps if step.kind == "check"]) == 15 and note == ""


def test_a_notebook_that_cannot_be_graded_does_not_hide_another_one():
    odd = changed("nbgrader", "x", inside="metadata")._replace(place="odd.ipynb")
    right = file("a.ipynb", nbformat.writes(SOLUTIONS).encode())
    _, taken, note = chosen(HANDOUT, [odd, right])
    assert taken == right and note.startswith("odd.ipynb is no notebook (AttributeError). Of 2")


def test_a_notebook_with_very_large_outputs_is_read():
    large = json.loads(TEXT)
    (load,) = (cell for cell in large["cells"] if cell["id"] == "load")
    load["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 21_000_000}]
    assert chosen(HANDOUT, [file("a.ipynb", json.dumps(large).encode())])[2] == ""


def test_of_several_notebooks_the_one_with_most_answers_is_graded():
    half = deepcopy(STUDENT)
    for cell in half.cells[: len(half.cells) // 2]:
        cell.source = next((c.source for c in SOLUTIONS.cells if c.id == cell.id), cell.source)
    files = [
        file("a.ipynb", TEXT.encode()),
        file("B (1).IPYNB.txt", nbformat.writes(SOLUTIONS).encode()),
        file("c.ipynb", nbformat.writes(half).encode()),
        file("d.ipynb", b"{"),
    ]
    _, taken, note = chosen(HANDOUT, files)
    assert taken.name == "B (1).IPYNB.txt"
    damaged = "d.ipynb is a notebook that is cut off or damaged (NotJSONError)."
    assert note == f"{damaged} Of 4 notebooks, B (1).IPYNB.txt was graded."


def test_of_notebooks_with_as_many_answers_the_last_is_graded_and_named_by_its_place():
    right = nbformat.writes(SOLUTIONS).encode()
    for first, last in ("Version 2/a.ipynb", "Version 10/a.ipynb"), ("a.ipynb", "a (1).ipynb"):
        for files in (first, last), (last, first):
            _, taken, note = chosen(HANDOUT, [file(name, right) for name in files])
            assert (taken.place, note) == (last, f"Of 2 notebooks, {last} was graded.")


def test_the_solutions_beside_a_notebook_are_not_what_somebody_answered():
    solutions = file("x/Convolution_101_solutions-1.ipynb", nbformat.writes(SOLUTIONS).encode())
    _, taken, note = chosen(HANDOUT, [file("x/convolution_101.ipynb", TEXT.encode()), solutions])
    assert taken.name == "convolution_101.ipynb"
    assert note == "Of 2 notebooks, x/convolution_101.ipynb was graded."
    with pytest.raises(NoNotebook, match=r"^a\.ipynb is empty\.$"):
        chosen(HANDOUT, [file("a.ipynb", b""), solutions])
    own = solutions._replace(place="x/convolution_101_solutions_anna.ipynb")
    assert chosen(HANDOUT, [file("x/convolution_101.ipynb", TEXT.encode()), own])[1] == own
    note = chosen(HANDOUT, [solutions])[2]
    assert note == "Convolution_101_solutions-1.ipynb has the name of the solutions."


def test_what_stands_beside_a_notebook_goes_along_as_far_as_it_can_be_read():
    def broken():
        raise OSError

    beside = {"a/x/help.py": b"1", "a/data/mandril.jpg": b"mine", "b/other.py": b"2"}
    files = [File(place, 1, partial(bytes, content)) for place, content in beside.items()]
    files += [File("a/broken", 1, broken), File("a/large", 10**8, bytes)]
    together, note = around(File("a/my.ipynb", 1, bytes), files)
    assert together == {"data/mandril.jpg": MANDRILL.read_bytes(), "x/help.py": b"1"}
    assert note == "Left out, as too large or damaged: broken large."


def test_what_stands_beside_a_notebook_has_a_limit_in_sum():
    many = [File(f"{number}", 10**7, partial(bytes, 10**7)) for number in range(20)]
    together, note = around(File("my.ipynb", 1, bytes), many)
    assert len(together) == 16 and note.endswith("15 16 17 18 19.")
    many = [File(f"d/{number}", 1, partial(bytes, 1)) for number in range(50_000)]
    together, note = around(File("my.ipynb", 1, bytes), many)
    assert len(together) * 4096 < 151e6
    assert note.endswith(f"36629 36630 and {50_000 - 36_621 - 10} more.")
