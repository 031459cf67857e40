"""The practical goes on with a student's own picture in place of the mandrill."""

import re
from functools import partial

import pytest
from PIL import Image

from notebooks import CHECKED, ROOT, SETUP, SOLUTIONS, namespace, run
from practical.checks import check
from practical.own_picture import open_own_picture

IDS = [cell.id for cell in SOLUTIONS.cells]
# The mandrill's own shape is predicted in the solutions; for another picture it is another one.
PREDICTED = "(1, 4, *((side - 4) // 2 - 2 for side in img.shape[1:]))"
CELLS = [
    cell.source.replace("(1, 4, 252, 252)", PREDICTED)
    for cell in SOLUTIONS.cells[IDS.index("shape") :]
    if cell.cell_type == "code" and cell not in SETUP
]


@pytest.mark.parametrize("size", [(64, 64), (301, 102)])
def test_every_cell_after_the_mandrills_size_runs_and_every_check_passes(size, tmp_path, capsys):
    names = namespace("load")
    names["check"] = partial(check, names=names)
    Image.open(ROOT / "data/mandril.jpg").resize(size).save(file := tmp_path / "my_picture.png")
    names["img"] = open_own_picture(file)
    for text in CELLS:
        run(text, names)
    ticks = set(re.findall("^✓ (.+)$", capsys.readouterr().out, re.MULTILINE))
    assert ticks == set(CHECKED) - {"load"}
