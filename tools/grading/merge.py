"""Put the set-up and the checks that were handed out into what a student handed in.

Nothing in a submission is believed to be where it was: cells are split, merged, copied, moved and
deleted, and editors lose ids and metadata. An exercise's cell is known by its line
`# Exercise: slug`, else by its id, else by its place below the exercise's heading or above its
check.
"""

import ast
import itertools
import re
from pathlib import Path
from typing import NamedTuple

from practical.ledger import EXERCISE_LINE

CHECK_LINE = re.compile(r"""^check\(["']([\w-]+)["']\)[ ;]*(?:#.*)?$""", re.MULTILINE)
# In place of a `load` that is missing or that does not end; all other exercises need its picture.
LOAD = "# Exercise: load\npicture = find_mandrill()\nimg = jpg_to_torch(picture)"
PRACTICAL = Path(__file__).resolve().parents[2] / "practical"
MODULE = re.compile(r"\s*%%module practical\.")


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
        self.setup, self.given, self.headings, self.sources = [], {}, {}, {}
        ids = [cell.id for cell in notebook.cells]
        self.slugs = [name.removesuffix("-check") for name in ids if name.endswith("-check")]
        if not self.slugs:
            raise ValueError("The notebook that was handed out has no cell `…-check`.")
        self.exercises = {name for name in ids if f"{name}-hints" in ids}
        hinted, between = None, []
        self.texts = {cell.source.strip() for cell in notebook.cells if cell.cell_type != "code"}
        for cell in notebook.cells:
            if cell.id.endswith("-hints"):
                hinted, between = cell.id.removesuffix("-hints"), []
            if cell.cell_type != "code":
                for heading in re.findall(r"(?m)^#+ .+", cell.source)[:1]:
                    self.headings[plain(heading)] = cell.id.removesuffix("-text")
                continue
            self.sources[cell.id] = cell.source
            if is_setup(cell.id, cell.source):
                self.setup.append(Step("set-up", cell.source))
                magic, _, text = cell.source.partition("\n")
                module = PRACTICAL / f"{magic.rpartition('.')[2]}.py"
                if MODULE.match(magic) and text.strip() != module.read_text("utf-8").strip():
                    raise ValueError(
                        f"The notebook that was handed out carries another {module.name} than"
                        " practical/ has. Grade with the version of this repository that it is of."
                    )
            elif cell.id == hinted:
                self.given[hinted], hinted = between, None
            elif hinted:
                between.append(cell.id)

    def name_of(self, cell):
        """Return the id of the handed out cell that this one was, None for one of their own."""
        for name in kept_names(cell):
            if name in self.sources:
                return name
        same = (name for name in self.sources if self.sources[name].strip() == cell.source.strip())
        return next(same, None)


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


def compiles(source):
    """Say whether Python takes the source, lines for IPython left out."""
    try:
        ast.parse(re.sub(r"(?m)^[ \t]*[%!?].*$", "", source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def pieces(source):
    """Return the cell's source cut before each `# Exercise:` line, if each piece stands alone."""
    starts = [match.start() for match in EXERCISE_LINE.finditer(source)][1:]
    cuts = [0, *starts, len(source)]
    parts = [source[a:b] for a, b in itertools.pairwise(cuts)]
    return parts if all(map(compiles, parts)) else [source]


def added(source, ours):
    """Return what was added to the open import cell: statements that are not in ours."""
    known = {ast.unparse(statement) for statement in ast.parse(ours).body}
    if not compiles(source):
        return ""
    theirs = [ast.unparse(s) for s in ast.parse(re.sub(r"(?m)^[ \t]*[%!?].*$", "", source)).body]
    more = (line for line in theirs if line not in known and "practical" not in line)
    return "\n".join(more)


def texts(handout, notebook):
    """Yield `(cell, name, source, slug)` for their cells, code cut so that each has one exercise.

    A slug is only given where the cell has the exercise's line, or was handed out as its cell, or
    stands at its place. Of a text that was handed out the headings alone are its source.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    lines = {slug.lower() for cell in code for slug in EXERCISE_LINE.findall(cell.source)}
    lines |= {handout.name_of(cell) for cell in code} & handout.exercises
    section, placed = None, None
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            headings = re.findall(r"(?m)^#+ .+", cell.source)
            for heading in headings:
                section = handout.headings.get(plain(heading), section)
            handed_out = cell.source.strip() in handout.texts
            yield cell, None, "\n".join(headings) if handed_out else cell.source, None
            continue
        name = handout.name_of(cell)
        for source in pieces(cell.source):
            slugs = [s.lower() for s in EXERCISE_LINE.findall(source)]
            slug = next((s for s in slugs if s in handout.exercises), None)
            if slug is None and name in handout.exercises:
                slug = name
            if slug is None and name is None and CHECK_LINE.sub("", source).strip():
                place = section if section in handout.exercises else next_check(notebook, number)
                if place in handout.slugs and place not in lines and place != placed:
                    slug = placed = place
            yield cell, name, source, slug


def next_check(notebook, number):
    """Return the exercise of the first check below a cell, None if a check is not what follows."""
    for cell in notebook.cells[number + 1 :]:
        if cell.cell_type == "code":
            return next(iter(CHECK_LINE.findall(cell.source)), None)
    return None


def merge(handout, notebook):
    """Return the Steps that grade a submission, and the exercises of which nothing was found.

    `notebook` is one of nbformat 4, of any minor version. An exercise is checked where the student
    checked it, and before the next exercise begins if cells of the student's own stand between.
    """
    steps, current, found, checked = list(handout.setup), None, set(), set()
    given = {name for names in handout.given.values() for name in names}
    ours = set(handout.sources.values())

    def check(slug):
        if slug in handout.slugs and slug in found - checked:
            steps.append(Step("check", "", slug))
            checked.add(slug)

    for cell, name, source, slug in texts(handout, notebook):
        if cell.cell_type != "code":
            if source.strip():
                steps.append(Step("text", source))
            continue
        if slug is None and is_setup(name, source):
            imports = handout.sources.get("setup-imports", "")
            if name == "setup-imports" and (more := added(source, imports)):
                steps.append(Step("own", more))
            continue
        if slug is None and name in given:
            continue  # ours comes before the exercise
        rest, asked = CHECK_LINE.sub("", source), set(CHECK_LINE.findall(source))
        if slug:
            check(current)
            current = slug
            found.add(slug)
            steps += [Step("given", handout.sources[one]) for one in handout.given.get(slug, [])]
            if slug not in map(str.lower, EXERCISE_LINE.findall(rest)):
                rest = f"# Exercise: {slug}\n{rest}"
        if rest.strip():
            steps.append(Step("own", rest, slug or ""))
            checked = checked if source in ours - {handout.sources.get(slug)} else set()
        if asked or (name or "").endswith("-check"):
            check((name or "").removesuffix("-check") if not asked else next(iter(asked)))
    check(current)
    # Every exercise needs the picture, wherever the student has put its cell.
    exercises = [step for step in steps if step.kind == "own" and step.slug]
    loads = [step for step in exercises if step.slug == "load"]
    if not loads:
        steps.insert(len(handout.setup), Step("given", LOAD))
    elif exercises[0] not in loads:
        steps[len(handout.setup) : len(handout.setup)] = loads
    return steps, [slug for slug in handout.slugs if slug not in found]
