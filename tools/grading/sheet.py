"""The LMS's own sheet of grades, filled in: Moodle's grading worksheet, Canvas's gradebook export.

All but the cells that are filled stays as it came, byte for byte. Moodle's columns are known by
their order and by what stands in them, because their names are translated, and can be changed.
"""

import html
import itertools
import re
import unicodedata
from typing import NamedTuple

NUMBER = re.compile(r"\d+([.,]\d+)?")
CANVAS = "Student", "LastName", "LastName,FirstName"


class SheetError(Exception):
    """Why a sheet cannot be filled in, as a sentence for the teacher."""


class Places(NamedTuple):
    """Where the grades go: the first student's row, columns, the largest grade as it stands.

    A name is in Canvas's columns before the number, in Moodle's behind it; what else somebody alone
    is called is in those of `logins`.
    """

    first: int
    number: int
    logins: list[int]
    grade: int
    largest: str
    feedback: int | None = None


def harmless(text):
    """Return a text that no spreadsheet takes for a formula, nor what it may cut from it."""
    return re.sub(r"(^|[;\t])(?=[=+@\t\r-])", r"\1'", text)


def letters(text):
    """Return what can be compared of a name: LMSs leave out different marks."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text.casefold()))


def parsed(content):
    """Return a CSV file's encoding, mark, and rows of `[cell as it stands, what follows it]`.

    It is in UTF-8, UTF-16 or what Excel writes in the West, with commas, semicolons or tabs.
    """
    encodings = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb": "utf-8"}
    same = content.decode(errors="ignore").encode() == content
    encoding = encodings.get(content[:2], "utf-8" if same else "cp1252")
    text, rows = content.decode(encoding, "surrogateescape"), [[]]
    mark, text = re.match(r'(\ufeff?(?:"?sep=."?[\r\n]+)?)(.*)', text, re.DOTALL).groups()
    header = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    comma = max(",;\t", key=header.count)
    cell = rf'("(?:[^"]|"")*"|[^{comma}\r\n]*)({comma}|\r\n|\n|\r|$)'
    for raw, end in re.findall(cell, text):
        rows[-1].append([raw, end])
        rows += [] if end == comma else [[]]
    return encoding, mark, [row for row in rows if any(raw or end for raw, end in row)]


def value(raw):
    """Return what a cell says."""
    return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw


def places(table, wanted):
    """Return the Places of a sheet. `wanted` names Canvas's assignment, "" if it can be told."""
    header, *students = [row for row in table if row and row[0].strip()] or [[""]]
    if header[0] in CANVAS and "ID" in header:
        return places_in_canvas(table, wanted)
    # Of Moodle's columns the first is the participant; a grade is followed by the largest one, the
    # same for all, and that by whether it can be changed and by dates, which have brackets in every
    # language; the comment follows the last of these, "Last modified (grade)".
    columns = [set(column) for column in itertools.zip_longest(*students, fillvalue="")]
    dated = [n for n, name in enumerate(header) if name.rstrip().endswith((")", "）"))]
    close = {date - far for date in dated for far in (2, 3, 4)}
    numeric = {n for n, one in enumerate(columns) if all(map(NUMBER.fullmatch, one - {""}))}
    # Among grades there may be a dash, or a word for who was ill.
    graded = [one <= {"", "-"} or any(map(NUMBER.fullmatch, one)) for one in columns]
    most = [n for n in sorted(close & numeric) if graded[n - 1] and len(columns[n] - {""}) == 1]
    if not most or not all(re.fullmatch(r"\D*\d+\s*", cell) for cell in columns[0]):
        raise SheetError("is neither Moodle's grading worksheet in points nor Canvas's gradebook.")
    # Further columns with brackets somebody has added.
    grade, comment = most[-1] - 1, max(n for n in dated if n - most[-1] in (2, 3, 4)) + 1
    # Of what an institution shows of a person, addresses and numbers are nobody else's.
    logins = [n for n in range(2, grade) if all(re.search(r"[@\d]|^$", one) for one in columns[n])]
    comment = comment if comment < len(header) else None
    return Places(1, 0, logins, grade, *columns[most[-1]] - {""}, comment)


def places_in_canvas(table, wanted):
    """Return the Places of a gradebook that Canvas exported."""
    points = [n for n, row in enumerate(table[:4]) if row[0].strip() == "Points Possible"]
    if not points:
        raise SheetError("has no row “Points Possible”, which Canvas writes below the names.")
    largest = dict(enumerate(table[points[0]]))
    # Canvas's own columns, as of a grading period, are read-only.
    ours = [n for n in range(len(table[0])) if largest.get(n) != "(read only)"]
    names = {n: table[0][n] for n in ours if re.fullmatch(r".* \(\d+\)", table[0][n])}
    key = (wanted or "convolution").casefold()
    found = [n for n in names if key in names[n].casefold()] or ([] if wanted else [*names])
    found = [n for n in found if names[n].rpartition(" (")[0].casefold() == key] or found
    if len(found) != 1:
        told = f"none called “{wanted}” of " if wanted and not found else ""
        these = ", ".join(names.values()) or "none"
        raise SheetError(f"has {told}these assignments: {these}. Say which: COLUMN='…'.")
    number, most = table[0].index("ID"), largest.get(*found, "")
    if not NUMBER.fullmatch(most):
        raise SheetError(f"has no number as Points Possible for {names[found[0]]}.")
    logins = [n for n, name in enumerate(table[0]) if name.startswith("SIS ")]
    return Places(points[0] + 1, number, logins, *found, most)


def row_of(table, at, submission):
    """Return the number of a student's row, None if there is none that is surely theirs.

    Moodle's numbers of teams look like those of students, so the name has to fit as well. Without
    a number the name, or the login or the part of the address before @ as it stands, has to be
    unique; browsers write (1) behind the name of a second file.
    """
    name = submission.name if submission.number else re.sub(r" \(\d+\)$", "", submission.name)
    # A group's name may stand before the student's.
    parts, fitting = name.split("-") if submission.number else [name], []
    names = {letters("-".join(parts[n:])) for n in range(len(parts))} - {""}
    rows = [(n, row) for n, row in enumerate(table) if n >= at.first and len(row) > at.grade]
    for number, row in rows:
        fits = letters("".join(row[: at.number] or row[1:2])) in names
        if submission.number:
            fits |= letters(re.sub(r"\d", "", row[at.number])) in names  # "Participant" for a name
            fits &= re.sub(r"\D", "", row[at.number]) == submission.number
        else:
            logins = {row[n].casefold() for n in at.logins}
            fits |= name.casefold() in logins | {one.partition("@")[0] for one in logins}
        fitting += [number] if fits else []
    return fitting[0] if len(fitting) == 1 else None


def fill(content, rows, wanted=""):
    """Return `(the sheet filled in, sentences for the teacher)`; raises SheetError.

    `rows` are what came out for each student. Whoever is not among them stays as they were, and of
    who could not be graded only the comment is written.
    """
    encoding, mark, cells = parsed(content)
    table, told, filled = [[value(raw) for raw, _ in row] for row in cells], [], {}
    at = places(table, wanted)
    comma = "," if "," in at.largest else "."
    # Of two files of one student the better one counts.
    for one in sorted(rows, key=lambda one: -one.points()):
        row = row_of(table, at, one.submission)
        if row is None or row in filled:
            unsure = "" if one.submission.number else ", or not surely"
            why = f"is not on the sheet{unsure}" if row is None else "is filled in already"
            told.append(f"{one.submission.student} {why}.")
            continue
        filled[row], before = {}, table[row][at.grade]
        if before and not NUMBER.fullmatch(before):  # Canvas's EX for who is excused
            told.append(f"{one.submission.student} has {before} on the sheet and keeps it.")
        elif one.verdicts:
            grade = one.points() / len(one.slugs) * float(at.largest.replace(",", "."))
            filled[row][at.grade] = f"{grade:.2f}".replace(".", comma)
        if at.feedback is not None:  # Moodle takes it for HTML
            lines = (html.escape(sentence, quote=False) for sentence in one.sentences())
            # An entity ends in a semicolon, where a spreadsheet may cut.
            text = re.sub(r"(?<=;)(?=[=+@\t\r-])", "<wbr>", "<br>".join(lines))
            filled[row][at.feedback] = text
        while filled[row] and len(cells[row]) < len(
            table[0]
        ):  # Excel leaves out empty cells at the end
            cells[row][-1][1], end = cells[0][0][1], cells[row][-1][1]
            cells[row].append(["", end])
        for column, text in filled[row].items():
            text = harmless(text).encode(encoding, "xmlcharrefreplace").decode(encoding)
            cells[row][column][0] = '"' + text.replace('"', '""') + '"'
    if at.feedback is None:
        told.append("The sheet has no column for comments, so it has the grades alone.")
    text = mark + "".join(raw + end for row in cells for raw, end in row)
    return text.encode(encoding, "surrogateescape"), told
