"""What a class handed in: who, which files, which notebook. Nothing is skipped in silence."""

import zipfile
from pathlib import Path

import nbformat

from grading.merge import merge

MANDRILL = Path(__file__).resolve().parents[1] / "data/mandril.jpg"
LARGEST = 20 * 10**6  # bytes of a notebook or a file beside it
JUNK = "__macosx", ".ipynb_checkpoints", ".ds_store"


class NoNotebook(Exception):
    """Why a file cannot be graded, as a sentence for the column `note`."""


def read(path):
    """Return the notebook in a file, of nbformat 4. Raises NoNotebook for anything else."""
    content = path.read_bytes()
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        notebook = nbformat.reads(content.decode(encoding), as_version=4)
        [(cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]
        return notebook
    except Exception as error:  # nbformat raises nearly anything
        kind = "empty" if not content.strip() else f"no notebook ({type(error).__name__})"
        raise NoNotebook(f"{path.name} is {kind}.") from None


def unpacked(download, folder):
    """Return the folder with what was handed in; a ZIP is unpacked into `folder` first."""
    if download.is_dir():
        return download
    with zipfile.ZipFile(download) as archive:
        archive.extractall(folder)  # which leaves out `..` and makes no links
    return folder


def submissions(download):
    """Yield `(student, files)` for everything in the folder, by name; links are left out."""
    for entry in sorted(download.iterdir()):
        if entry.name.lower() in JUNK or entry.name.startswith("._"):
            continue
        inside = sorted(entry.rglob("*")) if entry.is_dir() and not entry.is_symlink() else [entry]
        real = [file for file in inside if file.is_file() and not file.is_symlink()]
        files = [file for file in real if not set(JUNK) & {*parts(file)}]
        yield entry.stem if entry.is_file() else entry.name, files


def parts(file):
    """Return the parts of a path in small letters."""
    return [part.lower() for part in file.parts]


def chosen(handout, files):
    """Return `(steps, file, note)` of the notebook with most answers. Raises NoNotebook."""
    notebooks = [file for file in files if file.suffix.lower() == ".ipynb"]
    readable, notes = [], []
    for file in notebooks:
        try:
            if file.stat().st_size > LARGEST:
                raise NoNotebook(f"{file.name} is larger than 20 MB.")
            readable.append((*merge(handout, read(file)), file))
        except NoNotebook as why:
            notes.append(str(why))
    if not readable:
        raise NoNotebook(" ".join(notes) or "No notebook was handed in.")
    steps, missing, taken = min(readable, key=lambda one: unanswered(handout, *one[:2]))
    if len(notebooks) > 1:
        notes.append(f"Of {len(notebooks)} notebooks, {taken.name} was graded.")
    if missing:
        notes.append(f"Not found: {' '.join(missing)}.")
    return steps, taken, " ".join(notes)


def unanswered(handout, steps, missing):
    """Return how many exercises are missing, or are as they were handed out."""
    answers = (step for step in steps if step.kind == "own" and step.slug)
    return len(missing) + sum(one.source == handout.sources[one.slug] for one in answers)


def around(notebook, files):
    """Return what stands beside a notebook, bytes by their relative paths; the mandrill is ours."""
    home, small = notebook.parent, [file for file in files if file.stat().st_size < LARGEST]
    beside = [file for file in small if file != notebook and file.is_relative_to(home)]
    theirs = {str(file.relative_to(home)): file.read_bytes() for file in beside}
    return theirs | {"data/mandril.jpg": MANDRILL.read_bytes()}
