"""The answers in `tests/answers`, run; as a program, a page of them all with what the check says.

With --write, what the check says is put below each wrong answer, as `# ✗ …`.
"""

import re
import sys
import textwrap
from pathlib import Path
from typing import NamedTuple

from judging import student
from practical.checks import check
from practical.one_line import OneLine

TABLE = Path(__file__).parent / "answers"
CELL = re.compile(
    r'^# %% (?P<title>[^\n]+) verdict="(?P<verdict>\w+)"\n(?P<text>.*?)(?=^# %% |\Z)',
    re.MULTILINE | re.DOTALL,
)
SENTENCE = re.compile(r"\n+# (✗ .*(?:\n# .*)*)\s*\Z")


class Answer(NamedTuple):
    """What a student may have written into the cell `slug`, and what its check says to it."""

    slug: str
    title: str
    text: str
    verdict: str
    sentence: str


def answer_in(slug, cell):
    """Return the Answer in a match of CELL."""
    text = cell["text"].strip("\n")
    found = SENTENCE.search(text)
    sentence = found[1].replace("\n# ", " ") if found else ""
    return Answer(slug, cell["title"], SENTENCE.sub("", text), cell["verdict"], sentence)


def read_answers(path):
    """Return the Answers in one file of the table."""
    return [answer_in(path.stem, cell) for cell in CELL.finditer(path.read_text(encoding="utf-8"))]


ANSWERS = [answer for path in sorted(TABLE.glob("*.py")) for answer in read_answers(path)]


def said_to(answer):
    """Return the line that the check says to an answer, "" if that is ✓."""
    try:
        check(answer.slug, student(answer.slug, answer.text))
    except OneLine as line:
        return str(line)
    return ""


def write_sentences(path):
    """Put below each wrong answer in the file at `path` what its check says."""

    def with_sentence(cell):
        answer = answer_in(path.stem, cell)
        if answer.verdict == "right":
            return cell[0]
        said = textwrap.wrap(said_to(answer), 97, break_long_words=False, break_on_hyphens=False)
        first_line = cell[0].partition("\n")[0]
        return "\n".join([first_line, answer.text, "", *(f"# {line}" for line in said)]) + "\n\n"

    text = CELL.sub(with_sentence, path.read_text(encoding="utf-8"))
    path.write_text(text.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        for path in sorted(TABLE.glob("*.py")):
            write_sentences(path)
    for answer in ANSWERS:
        print(f"\n## {answer.slug}: {answer.title}\n\n{answer.text}\n\n{said_to(answer) or '✓'}")
