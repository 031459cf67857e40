"""The LMS's own sheet of grades, filled in: Moodle's grading worksheet, Canvas's gradebook export.

All but the cells that are filled stays as it came, byte for byte. Moodle's columns are known by
their order and by what stands in them, because their names are translated, and can be changed.
"""

import html
import re
from typing import NamedTuple

NUMBER = re.compile(r"\d+([.,]\d+)?")
CANVAS = "Student", "LastName,FirstName"
FORMULA = "=", "+", "-", "@", "\t", "\r"


class SheetError(Exception):
    """Why a sheet cannot be filled in, as a sentence for the teacher."""


class Places(NamedTuple):
    """Where the grades go: the first student's row, columns, the largest grade as it stands."""

    first: int
    number: int
    grade: int
    largest: str
    feedback: int | None = None


def harmless(text):
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def letters(text):
    """Return what can be compared of a name: LMSs leave out different marks."""
    return re.sub(r"[\W_]", "", text).casefold()


class Sheet:
    """A CSV file as rows of `[cell as it stands, what follows it]`."""

    def __init__(self, content):
        """Read the bytes of a file, in UTF-8 or UTF-16, with commas, semicolons or tabs."""
        marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
        self.encoding = marks.get(content[:2], "utf-8")
        text = content.decode(self.encoding, "surrogateescape")
        header = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
        self.comma = max(",;\t", key=header.count)
        cell = rf'("(?:[^"]|"")*"|[^{self.comma}\r\n]*)({self.comma}|\r\n|\n|\r|$)'
        self.rows = [[]]
        for raw, end in re.findall(cell, text):
            self.rows[-1].append([raw, end])
            if end in ("\r\n", "\n", "\r"):
                self.rows.append([])
        self.rows = [row for row in self.rows if any(raw or end for raw, end in row)]

    def value(self, row, column):
        """Return what a cell says."""
        raw = self.rows[row][column][0].lstrip("\ufeff") if column < len(self.rows[row]) else ""
        return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw

    def column(self, column, first=1):
        """Return what the cells of a column say."""
        return [self.value(row, column) for row in range(first, len(self.rows))]

    def put(self, row, column, text):
        """Write a text into a cell."""
        self.rows[row][column][0] = '"' + harmless(text).replace('"', '""') + '"'

    def content(self):
        """Return the bytes of the file."""
        text = "".join(raw + end for row in self.rows for raw, end in row)
        return text.encode(self.encoding, "surrogateescape")


def places(sheet, wanted):
    """Return the Places of a sheet. `wanted` names Canvas's assignment, "" if it can be told."""
    header = [sheet.value(0, column) for column in range(len(sheet.rows[0]))] if sheet.rows else []
    if header[:1] and header[0] in CANVAS and "ID" in header:
        return places_in_canvas(sheet, header, wanted)
    # Of Moodle's columns the first is the participant; a grade is followed by the largest one, the
    # same for all; "Last modified (grade)" is in every language the last with a bracket, and the
    # comment follows it.
    largest = 0
    for column in range(2, len(header)):
        cells, grades = set(sheet.column(column)), set(sheet.column(column - 1))
        if len(cells) == 1 and all(map(NUMBER.fullmatch, cells | grades - {""})):
            largest = column
    dated = [n for n, name in enumerate(header) if name.rstrip().endswith((")", "）"))]
    numbered = all(re.fullmatch(r"\D*\d+", cell) for cell in sheet.column(0))
    if not (largest and dated and numbered):
        raise SheetError(
            "is neither Moodle's grading worksheet (with points, not a scale) nor a gradebook that"
            " Canvas exported."
        )
    comment = dated[-1] + 1 if dated[-1] + 1 < len(header) else None
    return Places(1, 0, largest - 1, sheet.value(1, largest), comment)


def places_in_canvas(sheet, header, wanted):
    """Return the Places of a gradebook that Canvas exported."""
    start = range(1, min(4, len(sheet.rows)))
    points = next((n for n in start if sheet.value(n, 0).strip() == "Points Possible"), None)
    if points is None:
        raise SheetError("has no row “Points Possible”, which Canvas writes below the names.")
    open_ = [
        column
        for column, name in enumerate(header)
        if re.fullmatch(r".* \(\d+\)", name) and NUMBER.fullmatch(sheet.value(points, column))
    ]
    found = [n for n in open_ if (wanted or "convolution").casefold() in header[n].casefold()]
    found = found or ([] if wanted else open_)
    if len(found) != 1:
        names = ", ".join(header[column] for column in open_) or "none"
        told = f"none called “{wanted}” of " if wanted and not found else ""
        raise SheetError(f"has {told}these assignments: {names}. Say which: COLUMN='…'.")
    return Places(points + 1, header.index("ID"), found[0], sheet.value(points, found[0]))


def row_of(sheet, at, submission):
    """Return the number of a student's row, None if there is none that is surely theirs.

    Moodle's numbers of teams look like those of students, so the name has to fit as well. Without
    a number the name, the login or the part of the address before @ has to be unique.
    """
    name, fitting = letters(submission.name), []
    parts = submission.name.split("-")  # a group's name may stand before the student's
    names = {letters("-".join(parts[n:])) for n in range(len(parts))}
    whole = [
        n for n in range(at.first, len(sheet.rows)) if len(sheet.rows[n]) >= len(sheet.rows[0])
    ]
    for row in whole:
        cells = [sheet.value(row, column) for column in range(len(sheet.rows[row]))]
        told = {letters(cell) for cell in cells if re.search(r"[^\W\d_]", cell)}
        if submission.number:
            same = re.sub(r"\D", "", cells[at.number]) == submission.number
            told |= {letters(re.sub(r"\d", "", cells[at.number]))}  # "Participant" for a name
            fitting += [row] if same and names & (told - {""}) else []
        else:
            told |= {letters(cell.partition("@")[0]) for cell in cells if "@" in cell}
            fitting += [row] if name and name in told else []
    return fitting[0] if len(fitting) == 1 else None


def fill(content, rows, wanted=""):
    """Return `(the sheet filled in, sentences for the teacher)`; raises SheetError.

    `rows` are what came out for each student. Whoever is not among them stays as they were, and of
    who could not be graded only the comment is written.
    """
    sheet, told, taken = Sheet(content), [], set()
    at = places(sheet, wanted)
    comma = "," if "," in at.largest else "."
    for one in rows:
        row = row_of(sheet, at, one.submission)
        if row is None or row in taken:
            unsure = "" if one.submission.number else ", or not surely"
            why = f"is not on the sheet{unsure}" if row is None else "is filled in already"
            told.append(f"{one.submission.student} {why}.")
            continue
        taken.add(row)
        if one.verdicts:
            grade = one.points() / len(one.slugs) * float(at.largest.replace(",", "."))
            sheet.put(row, at.grade, f"{grade:.2f}".replace(".", comma))
        if at.feedback is not None:  # Moodle takes it for HTML
            sheet.put(
                row, at.feedback, "<br>".join(html.escape(s, quote=False) for s in one.sentences())
            )
    if at.feedback is None:
        told.append("The sheet has no column for comments, so it has the grades alone.")
    return sheet.content(), told
