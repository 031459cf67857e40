"""The answers in `tests/answers`, run; as a program, a page of them all with what the check says.

With --write, what the check says is put below each wrong answer, as `# ✗ …`.
"""

import itertools
import re
import sys
import textwrap
from pathlib import Path
from typing import NamedTuple

import jupytext
import torch

from notebooks import namespace, run
from practical.checks import check
from practical.one_line import OneLine

TABLE = Path(__file__).parent / "answers"
SENTENCE = re.compile(r"\n+# (✗ .*(?:\n# .*)*)\s*\Z")
GIVEN = {  # the cells that an exercise needs beside `load` and its own
    "separable": ["separable-gaussian"],
    "learn": ["learn-data"],
    "discover": ["discover-decorrelated", "discover-find"],
}
BEFORE = namespace("load", *itertools.chain(*GIVEN.values()))


class Answer(NamedTuple):
    """What a student may have written into the cell `slug`, and what its check says to it."""

    slug: str
    title: str
    text: str
    verdict: str
    sentence: str


def read_answers(path):
    """Yield the Answers in one file of the table, which is in jupytext's percent format."""
    for cell in jupytext.read(path, fmt="py:percent").cells:
        if cell.cell_type == "code":
            found = SENTENCE.search(cell.source)
            sentence = found[1].replace("\n# ", " ") if found else ""
            text = SENTENCE.sub("", cell.source)
            yield Answer(
                path.stem, cell.metadata["title"], text, cell.metadata["verdict"], sentence
            )


ANSWERS = [answer for path in sorted(TABLE.glob("*.py")) for answer in read_answers(path)]


def student(slug, text=""):
    """Return the names after the set-up, no other cell than the exercise needs, and `text`.

    A text that names no size works on a small piece of the mandrill, which is sooner done.
    """
    names = {
        name: value.clone() if isinstance(value, torch.Tensor) else value
        for name, value in BEFORE.items()
        if slug != "load" or name not in ("picture", "img")
    }
    if slug not in ("load", "shape") and not re.search(r"(?<![\d.])\d{3}", text):
        names["img"] = names["img"][:, 20:116, 300:396].clone()
    run(text, names)
    return names


def said_to(answer):
    """Return the line that the check says to an answer, "" if that is ✓."""
    try:
        check(answer.slug, student(answer.slug, answer.text))
    except OneLine as line:
        return str(line)
    return ""


def write_sentences(path):
    """Put below each wrong answer in the file at `path` what its check says."""
    said = {a.title: said_to(a) for a in read_answers(path) if a.verdict == "wrong"}
    cells = re.split(r"(?m)^(?=# %% )", path.read_text(encoding="utf-8"))
    for number, cell in enumerate(cells):
        title = re.match(r'# %% (.+) verdict="wrong"', cell)
        if title:
            below = textwrap.wrap(
                said[title[1]], 97, break_long_words=False, break_on_hyphens=False
            )
            body = SENTENCE.sub("", cell.rstrip())
            cells[number] = "\n".join([body, "", *(f"# {line}" for line in below)]) + "\n\n"
    path.write_text("".join(cells).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        for path in sorted(TABLE.glob("*.py")):
            write_sentences(path)
    for answer in ANSWERS:
        print(f"\n## {answer.slug}: {answer.title}\n\n{answer.text}\n\n{said_to(answer) or '✓'}")
