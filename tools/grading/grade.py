"""Grade one submission, unless its result is there already, in a file that its content names."""

import hmac
import json
import secrets
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from grading.download import Submission

PROGRAMS = [*Path(__file__).parents[2].glob("practical/*.py"), *Path(__file__).parent.glob("*.py")]
CELL_SECONDS = 30
RANK = "–✗✓".find
# When two threads parse at once, and garbage is collected meanwhile, Python 3.11.7 may raise
# SystemError (AST constructor recursion depth mismatch). Templates are parsed as well. And of
# several threads one makes the secret.
ONE_AT_A_TIME = Lock()


class Row(NamedTuple):
    """What came out for one student: the verdicts `{slug: (✓, ✗ or –, sentence)}` and a note.

    `answers` are their cells by exercise, where they are not as they were handed out; None if
    nothing could be graded.
    """

    submission: Submission
    slugs: list[str]
    verdicts: dict
    note: str
    answers: dict | None = None

    def noted(self, *notes):
        """Return the same with more sentences in its note."""
        return self._replace(note=" ".join(filter(None, (self.note, *notes))))

    def marks(self):
        """Return `(slug, mark, sentence)` for each exercise that has a check."""
        return [(slug, *self.verdicts.get(slug, ("–", ""))) for slug in self.slugs]

    def points(self):
        """Return how many of the checks are passed."""
        return sum(mark == "✓" for _, mark, _ in self.marks())

    def total(self):
        """Return the points in words."""
        return f"{self.points()} of {len(self.slugs)} points" if self.verdicts else "not graded"

    def sentences(self):
        """Return what is said to the student, in lines."""
        wrong = [f"{mark} {slug}: {said}" for slug, mark, said in self.marks() if said]
        return [f"{self.total().capitalize()}.", *wrong, *([self.note] if self.note else [])]


def key(grades, steps, beside):
    """Return an HMAC, in hex, of a submission's contents and of the programs that grade it.

    Its secret stays in the folder of grades, which no room has.
    """
    secret = grades / "secret"
    with ONE_AT_A_TIME:
        if not secret.exists():
            secret.touch(mode=0o600)
            secret.write_bytes(secrets.token_bytes(32))
    contents = [file.read_bytes() for file in sorted(PROGRAMS)] + list(beside.values())
    told = [steps, list(beside), [sha256(content).hexdigest() for content in contents]]
    return hmac.digest(secret.read_bytes(), json.dumps(told).encode(), "sha256").hex()


def grade(handout, steps, beside, grades, run):
    """Return `({slug: (✓, ✗ or –, sentence)}, note, heard)` of a submission.

    `steps` are what `merge` made of it, `beside` the files that it needs, bytes by relative paths;
    `run` is sandbox.run on some machine. `heard` are the outputs of cells and the verdicts, as
    judge.py says them, in order. The result stays in grades.
    """
    results = grades / "results"
    results.mkdir(parents=True, exist_ok=True)
    number = key(grades, steps, beside)
    result = results / f"{number[:24]}.json"
    # From the seed the inputs are drawn on which a student's functions are tried.
    seed = int(number[-8:], 16)
    said = result.read_text("utf-8") if result.exists() else run(steps, beside, seed, CELL_SECONDS)
    if not f"\n{said}".endswith('\n{"end": true}\n'):
        return {}, "Judging it stopped. Run make grade again.", []
    if '{"slug"' in said:  # else it may have been this machine that stopped it
        # Who hands in the same, word for word, has the same result, perhaps at the same time.
        part = result.with_suffix(f".{secrets.token_hex(8)}.part")
        part.write_text(said, encoding="utf-8")
        part.replace(result)
    heard, verdicts = list(map(json.loads, said.splitlines()[:-1])), {}
    for one in heard:
        if "slug" in one and RANK(one["verdict"]) >= RANK(verdicts.get(one["slug"], "–")[0]):
            verdicts[one["slug"]] = one["verdict"], one["said"]
    checked = {step.slug for step in steps if step.kind == "check"}
    lost = [slug for slug in handout.slugs if slug in checked - verdicts.keys()]
    return verdicts, f"The run ended before {' '.join(lost)}." if lost else "", heard
