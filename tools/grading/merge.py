"""Put the set-up and the checks that were handed out into what a student handed in.

Nothing in a submission is believed to be where it was: cells are split, merged, copied, moved and
deleted, and editors lose ids and metadata. An exercise's cell is known by its line
`# Exercise: slug`, else by its id, else by its place below the exercise's heading or above its
check.
"""

import ast
import itertools
import re
import warnings
from pathlib import Path
from typing import NamedTuple

from IPython.core.inputtransformer2 import TransformerManager

from practical.ledger import EXERCISE_LINE

CHECK_LINE = re.compile(r"""^check\(["']([\w-]+)["']\)[ ;]*(?:#.*)?$""", re.MULTILINE)
HEADING = re.compile(r"^#+ .+", re.MULTILINE)
MAGICS = re.compile(r"\A(?:\s*%%.*\n)*")  # which have to stay at the top of a cell
IPYTHONS = re.compile(
    r"^[ \t]*[%!?]|=[ \t]*[%!]|\?[ \t]*$", re.MULTILINE
)  # lines that are not Python's
PRACTICAL = Path(__file__).resolve().parents[2] / "practical"
MODULE = re.compile(r"\s*%%module practical\.(\w+)\n(.*)", re.DOTALL)


class Step(NamedTuple):
    """A cell to run: of the `set-up`, one that is `given`, the student's `own`, or a `check`.

    Or a `text` to read beside them: headings, and what the student wrote.
    """

    kind: str
    source: str
    slug: str = ""


class Handout:
    """What a teacher handed out: its set-up, its exercises with a check, what these are given."""

    def __init__(self, notebook):
        """Read a student notebook of nbformat 4.5.

        Raises ValueError if it has no exercise, or if it carries other modules than those that
        judge.
        """
        ids = [cell.id for cell in notebook.cells]
        self.slugs = [name.removesuffix("-check") for name in ids if name.endswith("-check")]
        self.exercises = {name for name in ids if f"{name}-hints" in ids}
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        self.sources = {cell.id: cell.source for cell in code}
        self.setup = [Step("set-up", c.source) for c in code if is_setup(c.id, c.source)]
        self.texts, self.headings, self.given, between = set(), {}, {}, []
        for cell in notebook.cells:
            if cell.cell_type != "code":
                between = [] if cell.id.endswith("-hints") else between
                self.texts.add(cell.source.strip())
                for heading in HEADING.findall(cell.source)[:1]:
                    self.headings[plain(heading)] = cell.id.removesuffix("-text")
            elif cell.id in self.exercises:
                self.given[cell.id], between = between, []
            else:
                between.append(cell.id)
        if not self.slugs:
            raise ValueError("The notebook that was handed out has no cell `…-check`.")
        for step in self.setup:
            for name, text in MODULE.findall(step.source):
                if text.strip() != (PRACTICAL / f"{name}.py").read_text("utf-8").strip():
                    raise ValueError(
                        f"The notebook that was handed out carries another {name}.py than"
                        " practical/ has. Grade with the version of this repository that it is of."
                    )

    def name_of(self, cell):
        """Return the id of the handed out cell that this one was, None for one of their own."""
        same = (name for name in self.sources if self.sources[name].strip() == cell.source.strip())
        kept = (name for name in kept_names(cell) if name in self.sources)
        return next(itertools.chain(kept, same), None)


def kept_names(cell):
    """Return what a cell may still be called by: ids, and what nbgrader calls it."""
    nbgrader = cell.metadata.get("nbgrader") or {}
    return cell.get("id"), cell.metadata.get("id"), nbgrader.get("grade_id")


def is_setup(name, source):
    """Say whether a cell of this id and source belongs to the set-up."""
    return bool(MODULE.match(source)) or (name or "").startswith("setup-")


def plain(heading):
    """Return a heading's words, without its number and its marks."""
    return " ".join(re.findall(r"[^\W\d_]+", heading)).lower()


def statements(source):
    """Return Python's statements in a cell, of which IPython makes some; None if it has none."""
    if len(source) * len(IPYTHONS.findall(source)) > 10**6:  # for each it reads all anew
        return None
    try:
        with warnings.catch_warnings(action="ignore"):  # a teacher can do nothing about them
            program = ast.parse(TransformerManager().transform_cell(source))
            ast.unparse(program)  # what is nested too deeply for that nobody can use
            return program.body
    except Exception:  # SyntaxError, ValueError, RecursionError, MemoryError, IPython's own
        return None


def pieces(source):
    """Return the cell's source cut before each `# Exercise:` line, if each piece stands alone."""
    starts = [match.start() for match in EXERCISE_LINE.finditer(source)][1:]
    parts = [source[a:b] for a, b in itertools.pairwise([0, *starts, len(source)])]
    return [source] if None in map(statements, parts) else parts


def imports(source, ours):
    """Yield Steps for their import cell: ours once more, then what theirs binds, in its order.

    Each statement is a step, because what this machine lacks must not take the rest.
    """
    yield Step("set-up", ours)
    known, theirs = ([*map(ast.unparse, statements(text) or [])] for text in (ours, source))
    for line in theirs if theirs != known else ():
        if line in known or "practical" not in line:
            yield Step("set-up" if line in known else "own", line)


def texts(handout, notebook):
    """Yield `(cell, name, source, slug)` for their cells, code cut so that each has one exercise.

    A slug is only given where the cell has the exercise's line, or was handed out as its cell, or
    stands at its place. Of a text that was handed out the headings alone are its source.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    lines = {slug.lower() for cell in code for slug in EXERCISE_LINE.findall(cell.source)}
    lines |= {handout.name_of(cell) for cell in code}
    section, placed = None, None
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            headings = HEADING.findall(cell.source)
            for heading in headings:
                section = handout.headings.get(plain(heading), section)
            handed_out = cell.source.strip() in handout.texts
            yield cell, None, "\n".join(headings) if handed_out else cell.source, None
            continue
        name = handout.name_of(cell)
        for source in pieces(cell.source):
            named = [*map(str.lower, EXERCISE_LINE.findall(source)), name]
            slug = next((one for one in named if one in handout.exercises), None)
            if slug is None and name is None and CHECK_LINE.sub("", source).strip():
                place = section if section in handout.exercises else next_check(notebook, number)
                if place in handout.slugs and place not in lines and place != placed:
                    slug = placed = place
            yield cell, name, source, slug


def next_check(notebook, number):
    """Return the exercise of the first check below a cell, None if a check is not what follows."""
    below = (cell.source for cell in notebook.cells[number + 1 :] if cell.cell_type == "code")
    return next(iter(CHECK_LINE.findall(next(below, ""))), None)


def merge(handout, notebook):
    """Return the Steps that grade a submission, and the exercises of which nothing was found.

    `notebook` is one of nbformat 4, of any minor version. An exercise is checked where the student
    checked it. Where that was not done, it is checked after its cell and, since an answer may go
    on there, after the last of the student's own cells before the next exercise.
    """
    steps, found = list(handout.setup), set()
    current, due, ends = {}, [], {}  # exercises of the last cell that has any; what to check where
    given = {name for names in handout.given.values() for name in names}

    def check(slugs, *places):
        known = [slug for slug in slugs if slug in found.intersection(handout.slugs)]
        for place in reversed(places):
            steps[place:place] = [Step("check", "", slug) for slug in known]

    for cell, name, source, slug in texts(handout, notebook):
        if cell.cell_type != "code":
            steps += [Step("text", source)] if source.strip() else []
            continue
        if slug is None and (name in given or is_setup(name, source)):  # ours are there already
            if name == "setup-imports":
                steps += imports(source, handout.sources[name])
            source = ""
        rest, asked = CHECK_LINE.sub("", source), CHECK_LINE.findall(source)
        if slug:
            check(due, *ends.values())
            lines = [*map(str.lower, EXERCISE_LINE.findall(rest))]
            current = dict.fromkeys([slug, *lines])  # of a cell that cannot be cut they are several
            found.update(current)
            names = [name for one in current for name in handout.given.get(one, ())]
            steps += [Step("given", handout.sources[name]) for name in names]
            due, ends = [*current], {"cell": len(steps) + 1}
            if slug not in lines:
                rest = MAGICS.sub(rf"\g<0># Exercise: {slug}\n", rest, 1)
        elif rest.strip() and source not in handout.sources.values():
            due, ends["own"] = [*current], len(steps) + 1
        if rest.strip():
            steps.append(Step("own", rest, slug or ""))
        for one in asked or re.findall("(.+)-check$", name or ""):
            check([one], len(steps))
            due = [other for other in due if other != one]
            ends = ends if due else {}
    check(due, *ends.values())
    # Every exercise needs the picture, wherever the student has put its cell.
    exercises = [step for step in steps if step.kind == "own" and step.slug]
    if [step.slug for step in exercises[:1]] != ["load"]:
        loads = [step for step in exercises if step.slug == "load"]
        steps[len(handout.setup) : len(handout.setup)] = loads
    return steps, [slug for slug in handout.slugs if slug not in found]
