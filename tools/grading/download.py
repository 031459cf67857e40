"""Who handed in which files: a folder or a ZIP, as Moodle, Canvas, Classroom or nbgrader has it.

Files are read where they are, ZIPs included, so nothing is unpacked to a disk and no name climbs
out of a folder. Nothing is skipped in silence but what systems leave behind.
"""

import io
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

JUNK = "__macosx", ".ipynb_checkpoints", ".ds_store", "thumbs.db", "desktop.ini"
LARGEST_ZIP, DEEPEST = 10**8, 3  # bytes of a ZIP in a ZIP, and how many may be in each other
NOTEBOOK = re.compile(r"\.ipynb(\.txt|\.json)?$", re.IGNORECASE)
# How an LMS names what it downloads: a folder or, with its own name at the end, a file.
MOODLE = re.compile(
    r"(?P<name>.+?)_(?P<number>\d+)_assign(submission|feedback)_[a-z]+(_(?P<x>.*))?"
)
CANVAS = re.compile(
    r"(?P<name>[^_]+)_(?P<late>LATE_)?(?P<number>\d+)_(?=\d+_|text\.|link\.)(\d+_)?(?P<x>.+)"
)
ANONYMOUS = re.compile(r"(?P<late>LATE_)?(?P<name>anon_(?P<number>[^_]+))_(\d+_)?(?P<x>.+)")
CLASSROOM = re.compile(r"(?P<name>.+?) - (?P<x>.*convolution.*)", re.IGNORECASE)
LMS = MOODLE, ANONYMOUS, CANVAS, CLASSROOM


class File(NamedTuple):
    """A file that was handed in: its place, with `/`, its size in bytes, and a way to read it.

    A link and a folder have None for that.
    """

    place: str
    size: int
    read: Callable[[], bytes] | None

    @property
    def name(self):
        """The last part of its place."""
        return self.place.rpartition("/")[2]


class Submission(NamedTuple):
    """What one student handed in, and what the LMS calls it.

    `student` is unique, `name` is not; `number` is the LMS's, "" if it has none. `place` followed
    by a file's name is where the LMS expects feedback.
    """

    student: str
    name: str
    number: str
    place: str
    files: list[File]
    late: bool = False


def everything(download):
    """Yield each File of a folder, or of a ZIP. Raises OSError, BadZipFile for what is neither."""
    if not download.is_dir():
        archive = ZipFile(download)
        yield from inside(lambda: archive)
        return
    for path in sorted(download.rglob("*")):
        place = unicodedata.normalize("NFC", path.relative_to(download).as_posix())
        if path.is_file() and not path.is_symlink():
            yield from opened(File(place, path.stat().st_size, path.read_bytes))
        else:
            yield File(place, 0, None)


def opened(file, deep=1):
    """Yield what is in a file that is a ZIP, and any other file itself."""
    found = [file]
    if file.name.lower().endswith(".zip") and file.size < LARGEST_ZIP and deep < DEEPEST:
        with suppress(Exception):  # zipfile raises many kinds
            found = list(inside(lambda: ZipFile(io.BytesIO(file.read())), [file.place], deep))
    yield from found


def inside(archive, place=(), deep=0):
    """Yield each File of a ZIP, which `archive()` opens and which stands at `place` itself."""
    for info in archive().infolist():
        name = info.filename
        if not info.flag_bits & 0x800:  # no word that it is UTF-8, which macOS writes all the same
            with suppress(UnicodeError):
                name = name.encode("cp437").decode("utf-8")
        parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..")]
        whole = unicodedata.normalize("NFC", "/".join([*place, *parts]))
        file = File(whole, info.file_size, None)
        if info.is_dir() or name.endswith("\\"):
            yield file
        else:
            yield from opened(file._replace(read=lambda info=info: archive().read(info)), deep + 1)


def is_junk(part):
    """Say whether systems and editors leave behind what has this name."""
    return part.lower() in JUNK or part.startswith("._") or part.endswith(":Zone.Identifier")


def known(top):
    """Return how an LMS's name for a folder or file is made up, as a match, or None."""
    return next((found for form in LMS if (found := form.fullmatch(top))), None)


def around_all(files):
    """Return the place, with a `/` at its end, of the folder that holds the whole class, or ""."""
    tops = {file.place.partition("/")[0] for file in files}
    if len(tops) != 1 or known(*tops) or any(f.read and "/" not in f.place for f in files):
        return ""
    (top,) = tops
    below = [f._replace(place=f.place.partition("/")[2]) for f in files if "/" in f.place]
    entries = {one.place.partition("/")[0] for one in below if NOTEBOOK.search(one.place)}
    further = around_all(below)
    return f"{top}/{further}" if further or len(entries) > 1 or any(map(known, entries)) else ""


def submissions(download):
    """Yield a Submission for everyone who handed in anything, by name. Raises as `everything`."""
    kept = [f for f in everything(download) if not any(map(is_junk, f.place.split("/")))]
    start = len(around_all(kept))
    handed_in = []
    for file in (file for file in kept if len(file.place) > start):
        top, slash, _ = file.place[start:].partition("/")
        lms, name, number, late = known(top), top, "", False
        if lms:
            parts = {"late": None, "number": ""} | lms.groupdict()
            name, number, late = parts["name"], parts["number"], bool(parts["late"])
        elif not slash or top.lower().endswith(".zip"):
            name = NOTEBOOK.sub("", top) if NOTEBOOK.search(top) else Path(top).stem
        flat = number and parts["x"]
        place = top.removesuffix(flat) if flat else f"{top if number else readable(name)}/"
        handed_in.append((readable(name), number or top, file.place, number, place, late, file))
    handed_in.sort(key=lambda one: (one[0].casefold(), *one[1:3]))
    groups = [list(group) for _, group in groupby(handed_in, key=lambda one: one[:2])]
    names = [group[0][0] for group in groups]
    for group in groups:
        name, top, _, number, place, _, _ = group[0]
        student, late = name, any(one[5] for one in group)
        if names.count(name) > 1:
            student = f"{name} ({top})"
            place = place if number else f"{student}/"
        files = [one[6] for one in group if one[6].read]
        yield Submission(student, name, number, place, files, late)


def readable(name):
    """Return a name without marks that cannot be seen; those that join letters stay."""
    unseen = {c for c in name if unicodedata.category(c) in ("Cc", "Cf")} - {"\u200c", "\u200d"}
    return "".join(c for c in name if c not in unseen).strip(" .") or "?"
