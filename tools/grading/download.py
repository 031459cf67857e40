"""Who handed in which files: a folder or a ZIP, as Moodle, Canvas, Classroom or nbgrader has it.

Files are read where they are, ZIPs included, so nothing is unpacked to a disk and no name climbs
out of a folder. Nothing is skipped in silence but what systems leave behind.
"""

import io
import os
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple
from zipfile import ZipFile

# What systems, editors and tools leave behind, and the drafts that Teams has beside hand-ins.
JUNK = r"__macosx|\.ipynb_checkpoints|\.ds_store|thumbs\.db|desktop\.ini|(\._|~\$).*"
JUNK += r"|[^/]*:Zone\.Identifier"
JUNK += r"|working files|\.git(hub|ignore|attributes)?|\.?venv|node_modules|site-packages"
JUNK = re.compile(rf"/|(?P<above>(.*?/)??)({JUNK})(/.*)?", re.IGNORECASE | re.DOTALL)
LARGEST_ZIP, DEEPEST = 10**8, 3  # bytes of a ZIP in a ZIP, and how many may be in each other
NOTEBOOK = re.compile(r"\.ipynb(\.txt|\.json)?$", re.IGNORECASE)
ENDING = re.compile(rf"{NOTEBOOK.pattern}|\.[^.]*$", re.IGNORECASE)
FOLDER = re.compile(r".*(?<!\.zip)/", re.IGNORECASE | re.DOTALL)
# Tables and notes that a teacher has beside what was handed in, and folders that hold a class.
BESIDE = re.compile(r"(?!.*\.ipynb\.)[^/]+\.(csv|tsv|xlsx?|ods|txt|md)", re.IGNORECASE)
AROUND = "submitted/", "submissions/", "submitted files/"
# How an LMS names what it downloads: a folder or, with its own name at the end, a file.
MOODLE = r"(?P<name>.+?)_(?P<number>\d+)_assign(submission|feedback)_[a-z]+(_(?P<x>.*))?"
# What stands above folders of Moodle's: a course's, a group's, a ZIP's.
STUDENTS = r"[^/]+_\d+_assign(submission|feedback)_"
ABOVE = re.compile(rf"\A(?!{STUDENTS})([^/]+/)+?(?={STUDENTS})")
# How one names files alone; Canvas may leave out names.
LATE = r"(?P<late>LATE_)?"
NAMELESS = rf"{LATE}(?P<name>anon_(?P<number>[^_]+))_((?P<file>\d+)_)?(?P<x>.+)"
CANVAS = rf"(?P<name>[^_]+)_{LATE}(?P<number>\d+)_((?P<file>\d+)_|(?=(text|link)\.html))(?P<x>.+)"
CLASSROOM = r"(?i)(?P<name>.+?) - (?P<x>.*convolution.*)"


class File(NamedTuple):
    """A file that was handed in: its place, with `/`, its size in bytes, and a way to read it.

    A link and a folder have None for that; a folder's place ends in `/`.
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
    by a file's name is where the LMS expects feedback. What it or a teacher has put before the
    student's own names is not in the places of `files`.
    """

    student: str
    name: str
    number: str
    place: str
    files: list[File]
    late: bool = False


def everything(download):
    """Yield each File of a folder, or of a ZIP.

    Raises OSError, BadZipFile for what is neither, UnicodeError for names that are not as it says.
    """
    if not download.is_dir():
        archive = ZipFile(download)
        yield from inside(lambda: archive)
        return
    for path in sorted(download.rglob("*")):
        linked, place = path.is_symlink(), composed(path.relative_to(download).as_posix())
        read = path.read_bytes if path.is_file() and not linked else None
        place += "/" if path.is_dir() and not linked else ""
        yield from opened(File(place, path.lstat().st_size, read))


def composed(name):
    """Return a name with letters that are in one piece, and no UTF-8 read as Windows wrote it."""
    name = re.sub("[\udc80-\udcff]", lambda c: os.fsencode(c[0]).decode("cp1252", "replace"), name)
    return unicodedata.normalize("NFC", name)


def opened(file, deep=1):
    """Return a file; if it is a ZIP, as a folder, because it may be empty, and what is in it."""
    if file.name.lower().endswith(".zip") and file.size < LARGEST_ZIP and deep < DEEPEST:
        with suppress(Exception):  # zipfile raises many kinds
            found = inside(partial(archive_of, file.read), [file.place], deep)
            return [File(f"{file.place}/", 0, None), *found]
    return [file]


@lru_cache(maxsize=4)  # one student's, which are in each other; all of a class would be too large
def archive_of(read):
    """Return the ZIP of which `read()` returns the bytes, once for the files in it."""
    return ZipFile(io.BytesIO(read()))


def inside(archive, place=(), deep=0):
    """Yield each File of a ZIP, which `archive()` opens and which stands at `place` itself."""
    for info in archive().infolist():
        name = info.filename
        if not info.flag_bits & 0x800:  # no word that it is UTF-8, which macOS writes all the same
            with suppress(UnicodeError):
                name = name.encode("cp437").decode("utf-8")
        parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..")]
        whole = composed("/".join([*place, *parts]))
        read = None if name.endswith(("/", "\\")) else lambda info=info: archive().read(info)
        whole += "/" if read is None else ""
        yield from opened(File(whole, info.file_size, read), deep + 1)


def top_of(place):
    """Return the first part of a place, with a `/` if it is a folder."""
    return "".join(place.partition("/")[:2])


def known(top, canvas=False):
    """Return how an LMS's name for a folder or file is made up, as a match, or None."""
    for_files = [NAMELESS, *[CANVAS] * canvas, CLASSROOM] * (not FOLDER.fullmatch(top))
    forms = (re.fullmatch(form, top.rstrip("/")) for form in [MOODLE, *for_files])
    return next(filter(None, forms), None)


def is_canvas(tops):
    """Say whether names that look like Canvas's are; others number sheets and groups as well.

    Canvas gives a number one name, and each attachment a number of its own. Of a single name that
    has several attachments nobody knows.
    """
    alike = [found for top in tops if (found := re.fullmatch(CANVAS, top.rstrip("/")))]
    names = {(found["number"], found["name"]) for found in alike}
    attachments = [found["file"] for found in alike if found["file"]]
    once = len(dict(names)) == len(names) and len(set(attachments)) == len(attachments)
    return once and (len(names) > 1 or len(attachments) < max(2, len(alike)))


def in_class(files):
    """Return the files as they stand in the folder that holds the whole class, if there is one."""
    if above := {found[0] for file in files if (found := ABOVE.match(file.place))}:
        around = [file for file in files if not any(a.startswith(file.place) for a in above)]
        return [file._replace(place=ABOVE.sub("", file.place)) for file in around]
    tops = {top_of(file.place) for file in files if not BESIDE.fullmatch(file.place)}
    top = tops.pop() if len(tops) == 1 else ""
    if not top.endswith("/") or re.fullmatch(MOODLE, top[:-1]):
        return files
    below = [f._replace(place=f.place.removeprefix(top)) for f in files if f.place != top]
    students = {top_of(file.place) for file in below if not BESIDE.fullmatch(file.place)}
    found = top.casefold() in AROUND or any(map(known, students))
    # A student's own folder has loose files, or one folder beside its data.
    if not all(one.endswith("/") for one in students):
        students = {top_of(file.place) for file in below if NOTEBOOK.search(file.place)}
    if found or len(students - {"data/"}) > 1:
        return below
    return files if (further := in_class(below)) is below else further


def of_one(file, canvas):
    """Return a Submission of this file alone, as the first part of its place names it."""
    top, bare = top_of(file.place), top_of(file.place).rstrip("/")
    plain = {"name": bare if FOLDER.fullmatch(top) else ENDING.sub("", bare)}
    parts = lms.groupdict("") if (lms := known(top, canvas)) else plain
    number, x, late = (parts.get(key, "") for key in ("number", "x", "late"))
    place = bare.removesuffix(x) if x else f"{bare}/"
    inner = file.place.removeprefix(place)
    # Canvas writes -1 behind a name that was handed in before: what it was called is there too.
    first = re.sub(r"-\d+(?=\.(?!ipynb)\w+$)", "", inner) if parts.get("file") else inner
    files = [file._replace(place=one) for one in dict.fromkeys((inner, first))]
    return Submission(number or bare, readable(parts["name"]), number, place, files, bool(late))


def submissions(download):
    """Yield a Submission for everyone who handed in anything, by name. Raises as `everything`."""
    found = [(file, JUNK.fullmatch(file.place)) for file in everything(download)]
    # Who handed in nothing else has a row all the same.
    above = {junk["above"] for _, junk in found if junk} - {"", None}
    kept = [file for file, junk in found if not junk] + [File(place, 0, None) for place in above]
    kept = in_class(kept)
    canvas = is_canvas({top_of(file.place) for file in kept})
    each = [of_one(file, canvas) for file in kept]
    each.sort(key=lambda one: (one.name.casefold(), one.student, one.place + one.files[0].place))
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
