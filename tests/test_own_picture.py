"""The practical goes on with a student's own picture in place of the mandrill."""

import re

import pytest
from PIL import Image

from practical import CHECKED, ROOT, SOLUTIONS, namespace, run

SIZES = [(64, 64), (97, 64), (333, 201), (1500, 700)]


def cells_from(first):
    """Return the code cells of the solutions from the exercise `first` to the end."""
    ids = [cell.id for cell in SOLUTIONS.cells]
    return [cell for cell in SOLUTIONS.cells[ids.index(first) :] if cell.cell_type == "code"]


@pytest.mark.parametrize("size", SIZES)
def test_every_cell_after_the_mandrills_size_runs_and_every_check_passes(size, tmp_path, capsys):
    names = namespace("load", "own-open")
    Image.open(ROOT / "data/mandril.jpg").resize(size).save(file := tmp_path / "my_picture.png")
    names["img"] = names["open_own_picture"](file)
    for cell in cells_from("grayscale"):
        run(cell.source, names)
    ticks = set(re.findall("^✓ (.+)$", capsys.readouterr().out, re.MULTILINE))
    assert ticks == set(CHECKED) - {"load", "shape"}
