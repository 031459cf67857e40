"""The folded thumbnails below the exercises of the student notebook."""

import base64
import html
import io

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

import notebooks
from target_pictures import (
    DATA_URI,
    LIMIT,
    AddTargets,
    TargetError,
    pictures_of,
    same_pictures,
    without_pictures,
)

EXERCISES = [
    cell.id.removesuffix("-hints")
    for cell in notebooks.SOLUTIONS.cells
    if cell.id.endswith("-hints")
]
TARGETS = {
    cell.id.removesuffix("-target"): cell
    for cell in notebooks.STUDENT.cells
    if cell.id.endswith("-target")
}


def decoded(source):
    """Return the one picture in the Markdown `source`."""
    (text,) = DATA_URI.findall(source)
    return Image.open(io.BytesIO(base64.b64decode(text)))


def jpeg_of(color, size=(40, 30)):
    """Return a picture of one colour as JPEG bytes."""
    buffer = io.BytesIO()
    Image.new("RGB", size, color).save(buffer, format="JPEG")
    return buffer.getvalue()


def notebook_with(jpeg, alt="A red square."):
    """Return a notebook with the exercise `paint`, whose picture cell shows `jpeg`."""
    uri = "data:image/jpeg;base64," + base64.b64encode(jpeg).decode()
    tag = f'<img alt="{html.escape(alt)}" src="{uri}">'
    picture = new_code_cell("show()", id="paint-picture")
    picture.outputs = [new_output("display_data", {"text/html": tag})]
    return new_notebook(
        cells=[
            new_markdown_cell("Hints", id="paint-hints"),
            new_code_cell("w = 1", id="paint"),
            new_code_cell("check()", id="paint-check"),
            picture,
        ]
    )


def with_targets(notebook):
    """Return the notebook that AddTargets makes of `notebook`."""
    return AddTargets().preprocess(notebook, {})[0]


def test_every_exercise_that_makes_a_steady_picture_has_a_target():
    assert sorted(set(EXERCISES) - set(TARGETS)) == ["discover", "layers", "separable", "shape"]
    assert set(TARGETS) <= set(EXERCISES)


@pytest.mark.parametrize("slug", TARGETS)
def test_a_target_is_the_solutions_picture_made_small(slug):
    cells = {cell.id: cell for cell in notebooks.SOLUTIONS.cells}
    jpeg, alt = next(pictures_of(cells.get(f"{slug}-picture", cells[slug])))
    small, original = decoded(TARGETS[slug].source), Image.open(io.BytesIO(jpeg))
    coarse = [  # single pixels of a thumbnail are mostly the coder's
        picture.convert("RGB").resize((20, 20), Image.Resampling.BOX).tobytes()
        for picture in (small, original)
    ]
    differences = [abs(one - two) for one, two in zip(*coarse, strict=True)]
    assert max(differences) < 30 and sum(differences) / len(differences) < 4
    assert f'alt="The right result. {html.escape(alt)}"' in TARGETS[slug].source


@pytest.mark.parametrize("slug", TARGETS)
def test_a_target_is_folded_and_small_and_stands_below_its_exercise(slug):
    cell = TARGETS[slug]
    ids = [cell.id for cell in notebooks.STUDENT.cells]
    assert ids.index(cell.id) == ids.index(slug) + 1
    assert cell.source.startswith("<details><summary>What you should see</summary>")
    (text,) = DATA_URI.findall(cell.source)
    assert len(base64.b64decode(text)) <= LIMIT
    assert max(decoded(cell.source).size) >= 160


def test_the_alt_text_cannot_break_out_of_its_attribute():
    notebook = with_targets(notebook_with(jpeg_of("red"), alt='"><script>'))
    assert "<script>" not in notebook.cells[2].source


def test_outputs_that_vary_are_no_target():
    notebook = notebook_with(jpeg_of("red"))
    notebook.cells[3].metadata["tags"] = ["nbval-ignore-output"]
    assert len(with_targets(notebook).cells) == 4


def test_a_damaged_picture_is_named_with_its_cell():
    with pytest.raises(TargetError, match="`paint-picture`"):
        with_targets(notebook_with(b"not a picture"))


def test_hints_without_their_exercise_are_named():
    notebook = notebook_with(jpeg_of("red"))
    del notebook.cells[1]
    with pytest.raises(TargetError, match="`paint-hints` needs a cell `paint`"):
        with_targets(notebook)


def test_a_target_in_the_solutions_is_refused():
    notebook = notebook_with(jpeg_of("red"))
    notebook.cells.append(new_markdown_cell("mine", id="paint-target"))
    with pytest.raises(TargetError, match="no target yet"):
        with_targets(notebook)


def test_another_coder_makes_the_same_picture_but_another_picture_is_noticed():
    red, again, green, larger = (
        f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"
        for jpeg in (
            jpeg_of("red"),
            jpeg_of((254, 0, 0)),
            jpeg_of("green"),
            jpeg_of("red", (9, 9)),
        )
    )
    assert same_pictures(red, again)
    assert not same_pictures(red, green)
    assert not same_pictures(red, "no picture")
    assert not same_pictures(red, larger)
    assert not same_pictures(red, "data:image/jpeg;base64,AAAA")
    assert without_pictures(red) == without_pictures(green)
