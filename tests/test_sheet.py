"""The LMS's sheet comes back with the grades in it, and otherwise byte for byte as it came."""

import csv
import io

import pytest

from grading.download import Submission
from grading.grade import Row
from grading.sheet import SheetError, fill, harmless

SLUGS = ["load", "blur", "edge", "learn"]
# The first column's cells, and its header, grade, largest, date of the grade, and comment.
MOODLE = {
    "en": (
        "Participant ",
        "Identifier,Grade,Maximum grade,Last modified (grade),Feedback comments",
    ),
    "de": (
        "Teilnehmer/in",
        "ID,Bewertung,Bestwertung,Zuletzt geändert (Bewertung),Feedback als Kommentar",
    ),
    "fr": (
        "Participant",
        "Identifiant,Note,Note maximale,Dernière modification (note),Feedback par commentaires",
    ),
    "es": (
        "Participante",
        "Identificador,Calificación,Calificación máxima,Última modificación (calificación),"
        "Comentarios de retroalimentación",
    ),
    "ja": ("参加者", "ID,評定,最大評点,最終更新日時 (評定),フィードバックコメント"),
    "zh_cn": ("参与人", "标识符,成绩,最高分,上次修改（评分）,评语反馈"),
    "he": ("משתתף:", "מזהה,ציון,ציון מירבי,עדכון אחרון (ציון),הערות למשוב"),
}
STUDENTS = {
    "7": "Anna Müller",
    "12": "Müller, Anna",
    "120": "محمد علي",
    "30": '=cmd|"x"',
    "9": "Anna Müller",
}


def worksheet(language="en", largest="100.00", comments=True, end="\n"):
    """Return Moodle's grading worksheet as bytes."""
    participant, header = MOODLE[language]
    identifier, grade, maximum, graded, comment = header.split(",")
    rows = [[identifier, "Name", "ID number", "Status", grade, maximum, "Changed?"]]
    rows[0] += ["Submitted (submission)", "Online text", graded, *([comment] if comments else [])]
    for number, name in STUDENTS.items():
        rows.append([f"{participant}{number}", name, "4711", "Ja, wohl", "", largest, "Ja"])
        rows[-1] += ["Dienstag, 3. März", "a\nb", "-", *(["old, <b>bold</b>"] if comments else [])]
    csv.writer(stream := io.StringIO(), lineterminator=end).writerows(rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def came_out(number, name, passed, note=""):
    """Return the Row of a student who passed these exercises, None if nothing was graded."""
    verdicts = {
        s: ("✓", "") if s in (passed or ()) else ("✗", f"`{s}` < 1 & wrong.") for s in SLUGS
    }
    one = Submission(name, name, number, "", [])
    return Row(one, SLUGS, verdicts if passed is not None else {}, note)


def cells(content):
    """Return the rows of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", MOODLE)
def test_moodles_worksheet_is_filled_in_in_every_language(language):
    sheet = worksheet(language)
    rows = [came_out("7", "Anna Müller", SLUGS[:3]), came_out("120", "محمد علي", SLUGS)]
    filled, told = fill(sheet, rows)
    wanted = cells(sheet)
    wanted[1][4], wanted[3][4] = "75.00", "100.00"
    wanted[1][10] = "3 of 4 points.<br>✗ learn: `learn` &lt; 1 &amp; wrong."
    wanted[3][10] = "4 of 4 points."
    assert cells(filled) == wanted and told == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_other_bytes_stay_as_they_are(end):
    sheet = worksheet(end=end)
    assert fill(sheet, [])[0] == sheet
    filled, _ = fill(sheet, [came_out("12", "Müller, Anna", [])])
    before, after = sheet.split(end.encode()), filled.split(end.encode())
    assert [a == b for a, b in zip(before, after, strict=True)].count(False) == 2 - (end == "\r\n")
    line = 2 if end == "\r\n" else 3
    assert after[line].startswith(before[line].partition(b",,100.00")[0] + b',"0.00",100.00,')


def test_bytes_that_are_no_utf_8_and_utf_16_stay_as_they_are():
    for sheet in worksheet().replace("ü".encode(), b"\xfc"), cells_in_utf_16(worksheet()):
        assert fill(sheet, [])[0] == sheet
        assert fill(sheet, [came_out("120", "محمد علي", SLUGS)])[1] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\ufeff", "\ufeffsep=,\r\n"),
        ("\ufeff", '"sep=,"\n'),
        ("ü", "u\u0308"),
        ('old, <b>bold</b>"\n', 'old, <b>bold</b>"\n,,,,,,,,,,\n'),
    ],
)
def test_what_a_spreadsheet_adds_or_writes_in_another_way_changes_nothing(before, after):
    sheet = worksheet().decode().replace(before, after).encode()
    filled, told = fill(sheet, [came_out("7", "Anna Müller", SLUGS)])
    assert told == []
    assert filled == sheet.replace(b'wohl",,100', b'wohl","100.00",100', 1).replace(
        b'"old, <b>bold</b>"', b'"4 of 4 points."', 1
    )


def test_a_sheet_that_excel_has_saved_in_the_west_stays_one():
    sheet = worksheet().decode("utf-8-sig").replace("محمد علي", "Ali\udc81")
    sheet = sheet.encode("cp1252", "surrogateescape")
    filled, told = fill(
        sheet, [came_out("7", "Anna Müller", SLUGS[:3]), came_out("120", "Ali", [])]
    )
    assert told == [] and b"3 of 4 points.<br>&#10007; learn" in filled and b"Ali\x81" in filled


def test_canvas_with_names_in_two_columns_is_filled_in():
    table = cells(gradebook())
    table = [
        [*(line[0].split(", ") if ", " in line[0] else [line[0], ""]), *line[1:]] for line in table
    ]
    table[0][:2] = "LastName", "FirstName"
    csv.writer(stream := io.StringIO()).writerows(table)
    filled, _ = fill(stream.getvalue().encode(), [came_out("9", "mülleranna", SLUGS)])
    assert cells(filled)[4][7] == "15.00"


def cells_in_utf_16(sheet):
    """Return a sheet as Excel saves "Unicode text": UTF-16, with tabs."""
    csv.writer(stream := io.StringIO(), delimiter="\t").writerows(cells(sheet))
    return ("\ufeff" + stream.getvalue()).encode("utf-16-be")


@pytest.mark.parametrize(
    ("largest", "grade"), [("10,0", "7,50"), ("15", "11.25"), ("4.00", "3.00")]
)
def test_points_are_scaled_and_written_with_the_sheets_own_mark(largest, grade):
    filled, _ = fill(worksheet(largest=largest), [came_out("7", "Anna Müller", SLUGS[:3])])
    assert cells(filled)[1][4] == grade


def test_who_could_not_be_graded_keeps_the_grade_and_gets_the_reason():
    filled, _ = fill(worksheet(), [came_out("7", "Anna Müller", None, "a.ipynb is empty.")])
    assert (cells(filled)[1][4], cells(filled)[1][10]) == ("", "Not graded.<br>a.ipynb is empty.")


def test_nobodys_points_go_to_somebody_else():
    rows = [
        came_out("30", "Group 7", SLUGS),  # a team's number, which is a student's as well
        came_out("30", "Team Ja", SLUGS),  # and a name that ends like another cell
        came_out("8", "Nobody", SLUGS),
        came_out("", "Anna Müller", SLUGS),  # of whom there are three
        came_out("12", "Group A-Müller, Anna", SLUGS),
        came_out("9", "Participant", []),
        came_out("9", "Anna Müller", SLUGS),
    ]
    filled, told = fill(worksheet(), rows)
    assert [row[4] for row in cells(filled)[1:]] == ["", "100.00", "", "", "100.00"]
    assert told == [
        "Group 7 is not on the sheet.",
        "Team Ja is not on the sheet.",
        "Nobody is not on the sheet.",
        "Anna Müller is not on the sheet, or not surely.",
        "Participant is filled in already.",
    ]


def test_without_a_number_a_name_or_an_address_that_is_there_once_is_enough():
    sheet = worksheet().replace(b"4711", b"a.mueller@x.org", 1)
    rows = [came_out("", "a.mueller", SLUGS), came_out("", "محمد علي", [])]
    filled, told = fill(sheet, rows)
    assert [row[4] for row in cells(filled)[1:]] == ["100.00", "", "0.00", "", ""]
    assert told == []


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("a.mueller", 1),
        ("A.Mueller (1)", 1),  # a browser's second file of that name
        ("a.mueller1@x.org", 2),
        ("amueller", None),
        ("Math", None),
        ("Ben Kim", None),  # who marks
        ("Müller, Anna (2)", 2),
    ],
)
def test_a_login_is_itself_alone_and_what_else_is_on_the_sheet_is_no_name(name, row):
    sheet = worksheet().replace(b"4711", b"a.mueller@x.org", 1)
    sheet = sheet.replace(b"4711", b"a.mueller1@x.org", 1).replace(b'"Ja, wohl"', b"Ben Kim", 1)
    table = cells(sheet)
    for number, line in enumerate(table):
        line.insert(3, "Department" if not number else "Math" if number == 1 else "Physics")
    csv.writer(stream := io.StringIO()).writerows(table)
    filled, told = fill(stream.getvalue().encode(), [came_out("", name, SLUGS)])
    graded = [n for n, line in enumerate(cells(filled)) if n and line[5]]
    assert (graded, len(told)) == ([row], 0) if row else ([], 1)


@pytest.mark.parametrize("name", ["A, B", "a-mueller", "amueller2", "s9"])
def test_on_canvas_sheet_a_section_is_no_name(name):
    filled, told = fill(gradebook(), [came_out("", name, SLUGS)])
    assert (b'"15.00",N/A' in filled) == (name in ("amueller2", "s9")) == (len(told) == 1)


def test_a_worksheet_without_comments_gets_the_grades_and_says_so():
    filled, told = fill(worksheet(comments=False), [came_out("7", "Anna Müller", SLUGS)])
    assert cells(filled)[1][4] == "100.00" and "no column for comments" in told[0]


GRADEBOOK = """Student,ID,SIS User ID,SIS Login ID,Section,Quiz (3),Convolution 101 (44),Score
,,,,,,Manual Posting,
    Points Possible,,,,,5,"{}",(read only)
"Müller, Anna",7,s7,amueller,"A, B",EX,,80.00
"Müller, Anna",9,s9,amueller2,"A, B",,2.00,N/A
"Student, Test",11,,abc,"A, B",,,
"""


def gradebook(largest="15.00", comma=","):
    """Return Canvas's export as bytes."""
    rows = csv.reader(io.StringIO(GRADEBOOK.format(largest)))
    csv.writer(stream := io.StringIO(), delimiter=comma, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode()


@pytest.mark.parametrize(
    ("largest", "comma", "grade"), [("15.00", ",", "11.25"), ("15,00", ";", "11,25")]
)
def test_canvas_gradebook_is_filled_in_by_its_scale(largest, comma, grade):
    sheet = gradebook(largest, comma)
    rows = [came_out("9", "mülleranna", SLUGS[:3]), came_out("8", "x", SLUGS)]
    filled, told = fill(sheet, rows)
    assert filled == sheet.replace(b"2.00", f'"{grade}"'.encode())
    assert told == [
        "x is not on the sheet.",
        "The sheet has no column for comments, so it has the grades alone.",
    ]


def test_of_several_assignments_in_canvas_the_teacher_says_which():
    other = gradebook().replace(b"Convolution 101", b"Practical 1")
    with pytest.raises(SheetError, match=r"Quiz \(3\), Practical 1 \(44\)\. Say which: COLUMN="):
        fill(other, [])
    with pytest.raises(SheetError, match=r"^has none called “Sobel” of these assignments: Quiz"):
        fill(other, [], "Sobel")
    filled, _ = fill(other, [came_out("7", "mülleranna", [])], "practical")
    assert b',EX,"0.00",80.00' in filled
    retake = gradebook().replace(b"Quiz (3)", b"Convolution 101 retake (3)")
    for whole in "convolution 101", "Convolution 101 (44)":
        filled, _ = fill(retake, [came_out("7", "mülleranna", [])], whole)
        assert b',EX,"0.00",80.00' in filled


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b\n1,2\n", b"\xff\xd8\xff\xe0 a picture", worksheet(largest="Good")],
    ids=["nothing", "another table", "a picture", "a scale of words"],
)
def test_what_is_no_sheet_is_said(content):
    with pytest.raises(SheetError, match=r"^is neither Moodle's grading worksheet"):
        fill(content, [])


@pytest.mark.parametrize("odd", ["-", "abs"])
def test_a_word_among_the_grades_stays_and_stops_nobody_else(odd):
    table = cells(worksheet())
    table[2][4], table[3][4] = odd, "5.00"
    csv.writer(stream := io.StringIO()).writerows([*table, [], ["", "", "", "", "=SUM(E2:E9)"]])
    filled, told = fill(stream.getvalue().encode(), [came_out("7", "Anna Müller", SLUGS)])
    assert told == [] and [row[4] for row in cells(filled)[1:3]] == ["100.00", odd]


def test_columns_that_somebody_has_added_get_no_comment():
    table = cells(worksheet())
    for number, line in enumerate(table):
        line += ["x", "kept"] if number else ["Tutor (initials)", "Notes"]
    csv.writer(stream := io.StringIO()).writerows(table)
    filled, _ = fill(stream.getvalue().encode(), [came_out("7", "Anna Müller", SLUGS)])
    assert cells(filled)[1][10:] == ["4 of 4 points.", "x", "kept"]


def test_of_two_files_of_one_student_the_better_one_counts():
    filled, told = fill(
        worksheet(), [came_out("", "محمد علي", []), came_out("", "محمد علي (1)", SLUGS)]
    )
    assert cells(filled)[3][4] == "100.00" and told == ["محمد علي is filled in already."]


def test_a_row_that_is_too_short_is_nobodys():
    sheet = gradebook() + b"x\n"
    filled, told = fill(sheet, [came_out("", "x", SLUGS)])
    assert filled == sheet and told[0] == "x is not on the sheet, or not surely."


def test_empty_cells_that_a_spreadsheet_left_out_at_the_end_come_back_where_they_are_needed():
    sheet = worksheet().replace(b',"old, <b>bold</b>"', b"")
    filled, told = fill(sheet, [came_out("7", "Anna Müller", SLUGS)])
    assert told == [] and cells(filled)[1][4:] == [
        *("100.00", "100.00", "Ja", "Dienstag, 3. März", "a\nb", "-", "4 of 4 points.")
    ]
    assert cells(filled)[2:] == cells(sheet)[2:]


def test_canvas_without_points_is_said():
    with pytest.raises(SheetError, match="Points Possible"):
        fill(gradebook().replace(b"    Points Possible", b"x"), [])
    with pytest.raises(
        SheetError, match=r"^has no number as Points Possible for Convolution 101 \(44\)\.$"
    ):
        fill(gradebook(largest=""), [])


@pytest.mark.parametrize("kept", ["EX", "N/A"])
def test_who_is_excused_in_canvas_stays_so(kept):
    sheet = gradebook().replace(b",2.00,", f",{kept},".encode())
    filled, told = fill(sheet, [came_out("9", "mülleranna", SLUGS)])
    assert filled == sheet and told[0] == f"mülleranna has {kept} on the sheet and keeps it."


def test_a_column_of_numbers_is_not_the_grade_of_a_scale_of_words():
    table = cells(worksheet(largest="Good"))
    for line in table:
        line.insert(3, "5" if line[0][-1].isdigit() else "Semester")
    csv.writer(stream := io.StringIO()).writerows(table)
    with pytest.raises(SheetError, match="in points"):
        fill(stream.getvalue().encode(), [])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_of_ours_is_a_formula_nor_what_a_spreadsheet_may_cut_from_it(start):
    filled, _ = fill(worksheet(), [Formula(start)])
    assert cells(filled)[1][10].startswith(f"'{start}")
    for before, cell in ("a;", "a;"), ("<", "&lt;"):
        filled, _ = fill(worksheet(), [Formula(f"{before}{start}")])
        assert cells(filled)[1][10].startswith(f"{cell}<wbr>{start}")
    assert harmless(f"a;{start}1") == f"a;'{start}1"


def test_half_a_character_stops_no_sheet():
    filled, _ = fill(worksheet(), [came_out("7", "Anna Müller", None, "name 'x\ud83d'")])
    assert cells(filled)[1][10] == "Not graded.<br>name 'x&#55357;'"


class Formula:
    """A Row whose sentence a spreadsheet would run."""

    submission, verdicts, slugs = Submission("x", "Anna Müller", "7", "", []), {}, SLUGS

    def __init__(self, start):
        """Begin the sentence with this."""
        self.start = start

    def points(self):
        """Return how many of the checks are passed."""
        return 0

    def sentences(self):
        """Return the sentence."""
        return [f'{self.start}HYPERLINK("https://x.org")']
