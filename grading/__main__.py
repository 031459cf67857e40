"""Grade what a class handed in: a folder, or a ZIP, with one folder or one notebook a student.

Writes grades/grades.csv: a row for everyone, with a column for each exercise that has a check.
"""

import argparse
import csv
import hashlib
import json
import os
import shutil
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import nbformat
from tqdm import tqdm

from grading import sandbox
from grading.merge import LOAD, Handout, merge

ROOT = Path(__file__).resolve().parents[1]
CELL_SECONDS, NOTEBOOK_SECONDS = 30, 900
LARGEST = 20 * 10**6  # bytes of a notebook or a file beside it
JUNK = "__macosx", ".ipynb_checkpoints", ".ds_store"


class NoNotebook(Exception):
    """Why a file cannot be graded, as a sentence for the column `note`."""


def read(path):
    """Return the notebook in a file, of nbformat 4. Raises NoNotebook for anything else."""
    content = path.read_bytes()
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
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
    """Return `(steps, file, note)` of the notebook with most exercises. Raises NoNotebook."""
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
    steps, missing, taken = min(readable, key=lambda one: len(one[1]))
    if len(notebooks) > 1:
        notes.append(f"Of {len(notebooks)} notebooks, {taken.name} was graded.")
    if missing:
        notes.append(f"Not found: {' '.join(missing)}.")
    return steps, taken, " ".join(notes)


def grade(handout, files, kept, isolated):
    """Return `({slug: ✓, ✗ or –}, note)` of one submission; what is in `kept` is not run again."""
    try:
        steps, notebook, note = chosen(handout, files)
    except NoNotebook as why:
        return {}, str(why)
    text = json.dumps([steps, CELL_SECONDS, LOAD])
    # Their own files stand where the notebook's code looks for them; the mandrill is ours.
    known, home = hashlib.sha256(text.encode()), notebook.parent
    small = [file for file in files if file != notebook and file.stat().st_size < LARGEST]
    beside = {file.relative_to(home): file for file in small if file.is_relative_to(home)}
    beside[Path("data/mandril.jpg")] = ROOT / "data/mandril.jpg"
    for place, file in beside.items():
        known.update(str(place).encode() + file.read_bytes())
    result = kept / f"{known.hexdigest()[:24]}.json"
    if not result.exists():
        with tempfile.TemporaryDirectory() as folder:
            for place, file in beside.items():
                Path(folder, place).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, Path(folder, place))
            said = sandbox.run(folder, text, isolated, NOTEBOOK_SECONDS)
        part = result.with_suffix(f".{os.getpid()}.part")
        part.write_text(said, encoding="utf-8")
        part.replace(result)
    verdicts = {}
    for line in result.read_text("utf-8").splitlines():
        with suppress(ValueError, KeyError, TypeError):  # a line that was cut off
            one = json.loads(line)
            if verdicts.get(one["slug"]) != "✓":
                verdicts[one["slug"]] = one["verdict"]
    return verdicts, note


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("download", type=Path, help="a folder or a ZIP")
    parser.add_argument("--handout", type=Path, default=ROOT / "convolution_101.ipynb")
    parser.add_argument("--grades", type=Path, default=ROOT / "grades")
    parser.add_argument("--unisolated", action="store_true", help="run submissions without a room")
    options = parser.parse_args()
    handout = Handout(nbformat.read(options.handout, as_version=4))
    kept = options.grades / "results"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if not options.unisolated and not sandbox.works(folder):
            sys.exit(
                "Submissions are programs, and bubblewrap cannot shut them in here. Install it"
                " (Debian: apt-get install bubblewrap), or say UNISOLATED=1 on a machine that has"
                " nothing to lose."
            )
        try:
            everyone = list(submissions(unpacked(options.download, Path(folder))))
        except (OSError, zipfile.BadZipFile) as error:
            sys.exit(f"{options.download} is no folder and no ZIP that can be read ({error}).")
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tasks = pool.map(
                lambda one: grade(handout, one[1], kept, not options.unisolated), everyone
            )
            graded = list(tqdm(tasks, total=len(everyone), desc="graded", file=sys.stderr))
    with (options.grades / "grades.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["student", "points", "of", *handout.slugs, "note"])
        for (student, _), (verdicts, note) in zip(everyone, graded, strict=True):
            marks = [verdicts.get(slug, "–") for slug in handout.slugs]
            table.writerow([student, marks.count("✓"), len(marks), *marks, note])
    print(f"{options.grades / 'grades.csv'}: {len(everyone)} rows.")


if __name__ == "__main__":
    main()
