"""The notebook among a student's files, and what stands beside it."""

import json
import re
from contextlib import suppress
from pathlib import Path

import nbformat
from nbformat.reader import NotJSONError

from grading.download import ENDING, NOTEBOOK
from grading.merge import kept_names, merge

MANDRILL_AT = "data/mandril.jpg"
MANDRILL = Path(__file__).resolve().parents[2] / MANDRILL_AT
# Bytes of a file, and of all beside a notebook, where the smallest takes a block of a disk.
LARGEST, TOGETHER, BLOCK = 20 * 10**6, 150 * 10**6, 4096
OTHERS = {b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP", b"<": "a web page", b"\x89PNG": "a picture"}
# Which a clone of the repository has beside the exercises.
SOLUTIONS = re.compile(r"convolution_101_solutions( ?\(\d+\)|-\d+)?", re.IGNORECASE)
KINDS = OTHERS | {b"{": "a notebook that is cut off or damaged"}


class NoNotebook(Exception):
    """Why a file cannot be graded, as a sentence for the column `note`."""


def read(file):
    """Return the notebook in a File, of nbformat 4. Raises NoNotebook for anything else."""
    if file.size > 5 * LARGEST:  # nearly all of it may be outputs, which nobody needs
        raise NoNotebook(f"{file.name} is larger than 100 MB.")
    try:
        content = file.read()
    except Exception as error:  # a ZIP may be damaged, have a password, or a form of its own
        raise NoNotebook(f"{file.name} cannot be read ({error}).") from None
    if not content.strip(b"\0 \r\n\t"):
        raise NoNotebook(f"{file.name} is empty.")
    try:
        text = content.decode(json.detect_encoding(content), errors="replace")
        text = text.removeprefix("\ufeff")
        notebook = nbformat.reads(text, as_version=4, object_hook=completed)
        [(cell.cell_type, cell.source.strip(), kept_names(cell)) for cell in notebook.cells]
        return notebook
    except Exception as error:  # nbformat raises nearly anything
        kinds = KINDS if isinstance(error, NotJSONError) else OTHERS
        start = content.lstrip(b"\xef\xbb\xbf \r\n\t")
        kind = next((kinds[mark] for mark in kinds if start.startswith(mark)), "no notebook")
        raise NoNotebook(f"{file.name} is {kind} ({type(error).__name__}).") from None


def completed(part):
    """Return a part of a notebook, a dict, with what some programs leave out or set to null."""
    needed = [("metadata", {})] * bool({"nbformat", "cell_type"} & part.keys())
    needed += [("source", "")] * ("cell_type" in part)
    return part | {key: part.get(key) or empty for key, empty in needed}


def chosen(handout, files):
    """Return `(steps, file, note)` of the notebook with most answers. Raises NoNotebook.

    Of several with as many it is the last by its name, which may be a number. The solutions are
    nobody's answers, unless there is nothing else.
    """
    notebooks = sorted((file for file in files if NOTEBOOK.search(file.name)), key=natural)
    own = [file for file in notebooks if not SOLUTIONS.fullmatch(ENDING.sub("", file.name))]
    readable, notes = [], []
    for file in own or notebooks:
        try:
            readable.append((*merge(handout, read(file)), file))
        except NoNotebook as why:
            notes.append(str(why))
    if not readable:
        others = ", ".join(file.name for file in files)[:200]
        none = f"No notebook was handed in{f', but {others}' if others else ''}."
        raise NoNotebook(" ".join(notes) or none)
    steps, missing, taken = max(readable[::-1], key=lambda one: len(answers(handout, one[0])))
    if len(notebooks) > 1:
        notes.append(f"Of {len(notebooks)} notebooks, {taken.place} was graded.")
    if not own:
        notes.append(f"{taken.name} has the name of the solutions.")
    if missing:
        notes.append(f"Not found: {' '.join(missing)}.")
    return steps, taken, " ".join(notes)


def natural(file):
    """Return what Files are sorted by, so that a second version comes before a tenth."""
    return re.sub(r"\d+", lambda n: n[0].zfill(20), ENDING.sub("", file.place.casefold()))


def answers(handout, steps):
    """Return `{slug: source}` of the exercises' cells that are not as they were handed out."""
    own = (step for step in steps if step.kind == "own" and step.slug)
    return {step.slug: step.source for step in own if step.source != handout.sources[step.slug]}


def around(notebook, files):
    """Return `(what stands beside a File, note)`, bytes by relative places; the mandrill is ours.

    The note names what was left out, because it is too large or cannot be read.
    """
    home, theirs, room = notebook.place.removesuffix(notebook.name), {}, TOGETHER
    near = [file for file in files if file.place.startswith(home) and file.place != notebook.place]
    for file in near:
        needed = max(file.size, BLOCK)
        with suppress(Exception):  # zipfile raises many kinds
            if file.size <= LARGEST and needed <= room:
                theirs[file.place.removeprefix(home)] = file.read()
                room -= needed
    left_out = [file.name for file in near if file.place.removeprefix(home) not in theirs]
    names = " ".join(left_out[:10]) + f" and {len(left_out) - 10} more" * (len(left_out) > 10)
    note = f"Left out, as too large or damaged: {names}." if left_out else ""
    return {MANDRILL_AT: b""} | theirs | {MANDRILL_AT: MANDRILL.read_bytes()}, note
