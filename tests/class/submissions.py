"""A class of submissions, made from the answers in `tests/answers`, and what each should score."""

from copy import deepcopy
from typing import NamedTuple

import nbformat

from judging import GIVEN
from notebooks import CHECKED, STUDENT, source
from read_answers import ANSWERS

ALL = frozenset(CHECKED)
EXCERPT = ["load", "shape", "blur", "identity"]
STUB = "raise NotImplementedError()"
# In place of what every check calls.
CHEAT = "from practical import checks\n\nchecks.judge_student = lambda *answer: None"


class Submission(NamedTuple):
    """A file that was handed in, and the exercises whose checks it passes; None: it has none."""

    content: bytes
    passed: frozenset[str] | None


def answer(slug, verdict):
    """Return a cell with the first answer that has this verdict, and the exercise's line."""
    text = next(a.text for a in ANSWERS if (a.slug, a.verdict) == (slug, verdict))
    return f"# Exercise: {slug}\n{text}"


def index_of(notebook, name):
    """Return the place of the cell that nbgrader knows by this name."""
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    return names.index(name)


def fill(released, texts):
    """Return a copy of the notebook in which the cells named in `texts` have these sources."""
    notebook = deepcopy(released)
    for name, text in texts.items():
        notebook.cells[index_of(notebook, name)].source = text
    return notebook


def as_file(notebook):
    """Return the bytes of the notebook's file."""
    return nbformat.writes(notebook).encode()


def saved_by_colab(notebook):
    """Change the notebook as Colab does: format 4.0, the ids of cells in their metadata."""
    notebook.nbformat_minor = 0
    notebook.metadata["colab"] = {"provenance": []}
    for cell in notebook.cells:
        cell.metadata["id"] = cell.pop("id")
    return notebook


def make_submissions(released):
    """Return the Submissions by name; `released` is the notebook that nbgrader gave out."""
    by_hand = {name: source(name) for name in ("kernel", "kernel-answer")}
    solved = {slug: answer(slug, "right") for slug in CHECKED} | by_hand
    mistaken = {slug: answer(slug, "wrong") for slug in CHECKED}
    odd, even = CHECKED[1::2], CHECKED[0::2]
    complete = as_file(fill(released, solved))

    check_deleted = fill(released, solved)
    del check_deleted.cells[index_of(check_deleted, "blur-check")]

    exercise_deleted = deepcopy(check_deleted)
    del exercise_deleted.cells[index_of(exercise_deleted, "blur")]

    cell_copied = fill(released, solved)
    place = index_of(cell_copied, "blur")
    cell_copied.cells.insert(place, deepcopy(cell_copied.cells[place]))
    cell_copied.cells[place].update(id="a-new-id", source=mistaken["blur"])

    metadata_lost = saved_by_colab(fill(released, solved))
    for cell in metadata_lost.cells:
        cell.metadata.pop("nbgrader", None)

    edge_blank = {name: text for name, text in solved.items() if name != "edge"}
    check_edited = fill(released, edge_blank | {"edge-check": 'print("✓ edge")'})
    meddled_with = check_edited.cells[index_of(check_edited, "edge-check")].metadata["nbgrader"]
    meddled_with.update(points=100, schema_version=99)
    checks = released.cells[index_of(released, "setup-checks")].source
    redefined = 'def check(slug):\n    print("✓", slug)'
    loop, kill = "while True:\n    pass", "import os\n\nos._exit(0)"
    opened = {"load": solved["load"].replace("Image.open(", "opened("), "edge": kill}
    killed = fill(released, solved | opened)
    opens = nbformat.v4.new_code_cell("def opened(file):\n    return Image.open(file)")
    killed.cells.insert(index_of(killed, "load"), opens)

    return {
        "all-right": Submission(complete, ALL),
        "odd-ones-wrong": as_submission(
            fill(released, solved | {slug: mistaken[slug] for slug in odd}), ALL - set(odd)
        ),
        "even-ones-wrong": as_submission(
            fill(released, solved | {slug: mistaken[slug] for slug in even}), ALL - set(even)
        ),
        "untouched": as_submission(released, frozenset()),
        "stubs": as_submission(fill(released, solved | dict.fromkeys(odd, STUB)), ALL - set(odd)),
        "saved-by-colab": as_submission(saved_by_colab(fill(released, solved)), ALL),
        "metadata-lost": as_submission(metadata_lost, ALL),
        "cell-copied": as_submission(cell_copied, ALL),
        "check-deleted": as_submission(check_deleted, ALL),
        "exercise-deleted": as_submission(exercise_deleted, ALL - {"blur"}),
        "check-edited": as_submission(check_edited, ALL - {"edge"}),
        "set-up-edited": as_submission(
            fill(released, {"setup-checks": f"{checks}\n\n\n{redefined}"}), frozenset()
        ),
        "check-redefined": as_submission(fill(released, {"load": redefined}), frozenset()),
        "module-changed": as_submission(fill(released, {"load": CHEAT}), frozenset()),
        "endless-loop": as_submission(
            fill(released, solved | {"padding": loop}), ALL - {"padding"}
        ),
        "kernel-killed": as_submission(killed, ALL - {"edge"}),
        "cut-off": Submission(complete[: len(complete) // 2], None),
        "not-a-notebook": Submission(b"\x89PNG\r\n\x1a\n" + bytes(1000), None),
    }


def as_submission(notebook, passed):
    """Return the Submission of a notebook."""
    return Submission(as_file(notebook), passed)


def short(released, solved):
    """Return a solved notebook with what the exercises need and nothing else, so that it is quick.

    Its headings stay, its ids and metadata do not.
    """
    needed = {name for names in GIVEN.values() for name in names} | {"setup-imports"}
    kept = [
        cell
        for cell in fill(released, {s: t for s, t in solved.items() if s in CHECKED}).cells
        if cell.cell_type == "markdown"
        or cell.source.startswith("%%module ")
        or cell.id in needed | set(CHECKED)
        or cell.id.endswith("-check")
        or cell.id == "setup-module"
    ]
    notebook = deepcopy(released)
    notebook.cells = [
        {"cell_type": cell.cell_type, "source": cell.source, "metadata": {}}
        | ({"outputs": [], "execution_count": None} if cell.cell_type == "code" else {})
        for cell in kept
    ]
    notebook = nbformat.from_dict(notebook)
    notebook.nbformat_minor = 4
    return notebook


def without(notebook, condition):
    """Return the notebook less the code cells whose source fulfils the condition."""
    notebook = deepcopy(notebook)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "markdown" or not condition(cell.source)
    ]
    return notebook


def changed(notebook, old, new):
    """Return the notebook with a text in it replaced, in all code cells."""
    notebook = deepcopy(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code" and not cell.source.startswith("%%module"):
            cell.source = cell.source.replace(old, new)
    return notebook


def joined(notebook, slugs):
    """Return the notebook with the cells of these exercises, checks too, as one."""
    notebook = deepcopy(notebook)
    cells = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code"
        and cell.source.startswith(tuple(f"# Exercise: {s}\n" for s in slugs))
    ]
    cells[0].source = "\n".join(
        f"{c.source}\ncheck({s!r})" for c, s in zip(cells, slugs, strict=True)
    )
    notebook.cells = [cell for cell in notebook.cells if cell not in cells[1:]]
    return notebook


def with_a_helper(released):
    """Return a short solved notebook that needs a module of the student's own."""
    whole = short(released, {slug: answer(slug, "right") for slug in CHECKED})
    return changed(whole, "# Exercise: shape\n", "# Exercise: shape\nimport helper\n")


def right_in_jupyter(whole):
    """Return a short solved notebook with what people have in theirs, and what works there."""
    asks = "try:\n    input(math.pi)\nexcept Exception:\n    pass"
    notebook = changed(whole, "# Exercise: blur\n", f"# Exercise: blur\n{asks}\n")
    notebook = changed(notebook, "# Exercise: sobel\n", "%%time\n")
    notebook = changed(notebook, "# Exercise: identity\n", "F.conv2d?\n# Exercise: identity\n")
    notebook = joined(notebook, ["edge", "pooling"])
    notebook = changed(notebook, "check('edge')\n", "check('edge')\nfiles = !ls\n")
    imports = next(c for c in notebook.cells if c.source == source("setup-imports"))
    imports.metadata["id"] = "setup-imports"
    above = "from google.colab import drive\nfrom IPython.display import Image\nimport math"
    imports.source = f"{above}\n{imports.source}"
    for text in "exit()", "%reset -f":
        notebook.cells.insert(0, nbformat.v4.new_code_cell(text))
    return notebook


def make_broken(released):
    """Return `{name: (notebook, exercises that pass)}`: ways to save and to break, all short."""
    solved = {slug: answer(slug, "right") for slug in CHECKED}
    whole = short(released, solved)
    bare = without(whole, lambda text: text.startswith(("%%module", "check(", "# @title")))
    bare = without(bare, lambda text: "practical" in text.partition("\n")[0] + text[-200:])
    headless = changed(whole, "# Exercise: ", "# exercise ")
    untitled = deepcopy(headless)
    untitled.cells = [cell for cell in untitled.cells if cell.cell_type == "code"]
    blank = short(released, {slug: f"# Exercise: {slug}\n..." for slug in CHECKED})
    helper = changed(
        whole,
        "# Exercise: blur\n",
        "# Exercise: blur\nkernel_of_one = math.floor(1.5)\n",
    )
    helper = changed(helper, "import numpy as np\n", "import math\nimport numpy as np\n")
    stubborn = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    raising = deepcopy(whole)
    for cell in raising.cells:
        cell.metadata["tags"] = ["raises-exception"]
    backwards = deepcopy(whole)
    backwards.cells = backwards.cells[::-1]
    split = deepcopy(whole)
    for cell in whole.cells:
        if cell.source.startswith("# Exercise: "):
            first, _, rest = cell.source.partition("\n")
            place = split.cells.index(cell)
            halves = [nbformat.from_dict(cell | {"source": text}) for text in (first, rest)]
            split.cells[place : place + 1] = halves
    old = changed(whole, "check(", "check_answer(")
    earlier = without(whole, lambda text: text.startswith("%%module"))
    earlier = changed(earlier, "check(", "# @title Check\nassert_right(")
    titled = "# @title Set-up\nimport torch\n\n\ndef show(*any):\n    pass"
    earlier.cells.insert(1, nbformat.v4.new_code_cell(titled))
    deepnote, vs_code = deepcopy(whole), deepcopy(whole)
    deepnote.metadata = {"deepnote": {}, "deepnote_notebook_id": "0123"}
    for number, cell in enumerate(deepnote.cells):
        cell.metadata.update(cell_id=f"{number:032x}", deepnote_cell_type=cell.cell_type)
    vs_code.nbformat_minor = 5
    for number, cell in enumerate(vs_code.cells):
        cell.update(id=f"{number:08x}", metadata={"vscode": {"languageId": "python"}})
    live = right_in_jupyter(whole)
    return {
        "right-in-jupyter": (live, ALL),
        "of-an-earlier-version": (earlier, ALL),
        "saved-by-deepnote": (deepnote, ALL),
        "saved-by-vs-code": (vs_code, ALL),
        "only-answers": (bare, ALL),
        "no-comments": (headless, ALL),
        "no-comments-no-headings": (untitled, ALL),
        "given-cells-deleted": (
            without(whole, lambda text: text in {source(n) for ns in GIVEN.values() for n in ns}),
            ALL,
        ),
        "given-cell-changed": (changed(whole, ":64, :64]", ":9, :9]"), ALL),
        "several-in-one-cell": (joined(whole, ["blur", "identity", "edge"]), ALL),
        "own-import-and-helper": (helper, ALL),
        "every-cell-may-fail": (raising, ALL),
        "backwards": (backwards, ALL),
        "split": (split, ALL),
        "checks-of-another-name": (old, ALL),
        "blank-and-may-fail": (blank, frozenset()),
        "a-loop-that-cannot-be-interrupted": (
            changed(whole, "# Exercise: edge\n", f"# Exercise: edge\n{stubborn}\n"),
            ALL - {"edge"},
        ),
        "a-path-of-another-machine": (changed(whole, '"data/', '"/content/data/'), ALL - {"load"}),
        "ends-itself-in-load": (
            changed(whole, "# Exercise: load\n", "# Exercise: load\nimport os; os._exit(1)\n"),
            ALL - {"load"},
        ),
    }


def excerpt(texts=(), before_blur=""):
    """Return the student notebook with four exercises, with these answers and an own cell."""
    notebook = deepcopy(STUDENT)
    kept = {f"{slug}{end}" for slug in EXCERPT for end in ("", "-hints", "-text", "-check")}
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.id in kept or cell.id.startswith("setup-") or cell.source.startswith("%%module")
    ]
    for slug, text in dict(texts).items():
        next(cell for cell in notebook.cells if cell.id == slug).source = text
    if before_blur:
        place = [cell.id for cell in notebook.cells].index("blur")
        notebook.cells.insert(place, nbformat.v4.new_code_cell(before_blur))
    return notebook
