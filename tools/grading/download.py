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
from typing import NamedTuple
from zipfile import ZipFile

# What systems and editors leave behind.
JUNK = r"__macosx|\.ipynb_checkpoints|\.ds_store|thumbs\.db|desktop\.ini|\._.*|.*:Zone\.Identifier"
JUNK = re.compile(rf"(.*/)?({JUNK})(/.*)?", re.IGNORECASE | re.DOTALL)
LARGEST_ZIP, DEEPEST = 10**8, 3  # bytes of a ZIP in a ZIP, and how many may be in each other
NOTEBOOK = re.compile(r"\.ipynb(\.txt|\.json)?$", re.IGNORECASE)
ENDING = re.compile(rf"{NOTEBOOK.pattern}|\.[^.]*$", re.IGNORECASE)
# How an LMS names what it downloads: a folder or, with its own name at the end, a file.
LMS = (
    r"(?P<name>.+?)_(?P<number>\d+)_assign(submission|feedback)_[a-z]+(_(?P<x>.*))?",  # Moodle
    r"(?P<late>LATE_)?(?P<name>anon_(?P<number>[^_]+))_(\d+_)?(?P<x>.+)",  # Canvas, without names
    r"(?P<name>[^_]+)_(?P<late>LATE_)?(?P<number>\d+)_(?=\d+_|text\.|link\.)(\d+_)?(?P<x>.+)",
    r"(?i)(?P<name>.+?) - (?P<x>.*convolution.*)",  # Google Classroom
)


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
        read = path.read_bytes if path.is_file() and not path.is_symlink() else None
        yield from opened(File(place, path.lstat().st_size, read))


def opened(file, deep=1):
    """Return what is in a file that is a ZIP, and any other file itself."""
    if file.name.lower().endswith(".zip") and file.size < LARGEST_ZIP and deep < DEEPEST:
        with suppress(Exception):  # zipfile raises many kinds
            return list(inside(lambda: ZipFile(io.BytesIO(file.read())), [file.place], deep))
    return [file]


def inside(archive, place=(), deep=0):
    """Yield each File of a ZIP, which `archive()` opens and which stands at `place` itself."""
    for info in archive().infolist():
        name = info.filename
        if not info.flag_bits & 0x800:  # no word that it is UTF-8, which macOS writes all the same
            with suppress(UnicodeError):
                name = name.encode("cp437").decode("utf-8")
        parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..")]
        whole = unicodedata.normalize("NFC", "/".join([*place, *parts]))
        read = None if name.endswith(("/", "\\")) else lambda info=info: archive().read(info)
        yield from opened(File(whole, info.file_size, read), deep + 1)


def known(top):
    """Return how an LMS's name for a folder or file is made up, as a match, or None."""
    return next((found for form in LMS if (found := re.fullmatch(form, top))), None)


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


def of_one(file, start):
    """Return a Submission of this file alone, as the part of its place after `start` names it."""
    top, slash, _ = file.place[start:].partition("/")
    parts = {"name": top, "number": "", "late": None, "x": None}
    if lms := known(top):
        parts |= lms.groupdict()
    elif not slash or top.lower().endswith(".zip"):
        parts["name"] = ENDING.sub("", top)
    place = top.removesuffix(parts["x"]) if parts["x"] else f"{top}/"
    name, number, late = readable(parts["name"]), parts["number"], bool(parts["late"])
    return Submission(number or top, name, number, place, [file], late)


def submissions(download):
    """Yield a Submission for everyone who handed in anything, by name. Raises as `everything`."""
    kept = [f for f in everything(download) if not JUNK.fullmatch(f.place)]
    start = len(around_all(kept))
    each = [of_one(file, start) for file in kept if len(file.place) > start]
    each.sort(key=lambda one: (one.name.casefold(), one.student, one.files[0].place))
    groups = [list(group) for _, group in groupby(each, key=lambda one: (one.name, one.student))]
    names = [group[0].name for group in groups]
    for group in groups:
        one, files = group[0], [file for each in group for file in each.files if file.read]
        student = one.name if names.count(one.name) == 1 else f"{one.name} ({one.student})"
        place = one.place if one.number else f"{student}/"
        late = any(each.late for each in group)
        yield one._replace(student=student, place=place, files=files, late=late)


def readable(name):
    """Return a name without marks that cannot be seen; those that join letters stay."""
    unseen = {c for c in name if unicodedata.category(c) in ("Cc", "Cf")} - {"\u200c", "\u200d"}
    return "".join(c for c in name if c not in unseen).strip(" .") or "?"
