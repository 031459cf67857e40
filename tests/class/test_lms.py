"""A teacher's way: the class gets its folder, hands in by Moodle, and Moodle gets grades back."""

import csv
import io
import os
import subprocess
import sys
import zipfile

import nbformat
import pytest
from nbclient import NotebookClient

from notebooks import CHECKED, ROOT, source
from submissions import EXCERPT, answer, as_file, excerpt

NAMES = ["Anna Müller", "محمد علي", "=HYPERLINK(1)", "O’Neil, Tim", "Anna Müller"]
HOSTILE = """
from IPython.display import HTML, Javascript, display
print("</pre><script>document.title = 'taken'</script>")
display(Javascript("document.title = 'taken'"))
HTML("<img src=x onerror=alert(1)><script>alert(1)</script>hello")
"""


def grading(folder, *options):
    """Run `make grade`'s command on what lies in a folder, and return what it prints."""
    words = [folder / "moodle.zip", "--grades", folder / "grades", *options]
    command = [sys.executable, "-m", "grading", *map(str, words)]
    there = os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT}/tools"}
    return subprocess.run(command, env=there, check=True, capture_output=True, text=True).stdout


def worksheet(students):
    """Return Moodle's German worksheet for `{number: name}` as bytes."""
    header = "ID,Vollständiger Name,Status,Bewertung,Bestwertung,Bewertung kann geändert werden,"
    header += "Zuletzt geändert (Abgabe),Zuletzt geändert (Bewertung),Feedback als Kommentar"
    csv.writer(stream := io.StringIO(), lineterminator="\n").writerows(
        [f"Teilnehmer/in{number}", name, "Zur Bewertung", "", "10,00", "Ja", "3. März", "-", ""]
        for number, name in students.items()
    )
    return f"\ufeff{header}\n{stream.getvalue()}".encode()


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Grade a Moodle ZIP of short notebooks; return the folder and what was printed."""
    folder = tmp_path_factory.mktemp("lms")
    nbformat.write(excerpt(), folder / "handout.ipynb")
    with zipfile.ZipFile(folder / "moodle.zip", "w") as archive:
        for number, name in enumerate(NAMES, 100):
            texts = {slug: answer(slug, "right") for slug in EXCERPT}
            texts["blur"] = f"# Exercise: blur\nw = torch.ones(3, 3, 5, 5) * {number}\no = 0"
            if number > 100:
                texts["blur"] = answer("blur", "right" if number > 102 else "wrong")
            notebook = excerpt(texts, HOSTILE if number == 104 else "")
            place = f"{name}_{number}_assignsubmission_file/Meine Lösung.ipynb"
            archive.writestr(place, as_file(notebook))
        archive.writestr("Ben_110_assignsubmission_file/solution.pdf", b"%PDF")
        archive.writestr("Cem_111_assignsubmission_file/a.ipynb", b"")
    students = {**dict(enumerate(NAMES, 100)), 110: "Ben", 112: "Dora"}
    (folder / "sheet.csv").write_bytes(worksheet(students))
    options = "--handout", folder / "handout.ipynb", "--sheet", folder / "sheet.csv"
    return folder, grading(folder, *options)


def test_the_sheet_has_the_grades_and_who_handed_in_nothing_stays_as_they_were(graded):
    folder, printed = graded
    before, after = ((folder / n).read_bytes() for n in ("sheet.csv", "grades/upload.csv"))
    rows = list(csv.reader(io.StringIO(after.decode("utf-8-sig"))))
    assert [row[3] for row in rows[1:]] == ["7,50", "7,50", "7,50", "10,00", "10,00", "", ""]
    assert rows[6][8] == "Not graded.<br>No notebook was handed in, but solution.pdf."
    assert rows[1][8].startswith("3 of 4 points.<br>✗ blur: ")
    assert after.splitlines()[0] == before.splitlines()[0]
    assert after.splitlines()[7] == before.splitlines()[7]
    assert "Cem is not on the sheet." in printed


def test_everyone_has_a_row_and_no_cell_of_ours_is_a_formula(graded):
    folder, _ = graded
    with (folder / "grades/grades.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["student"]: (row["points"], row["note"]) for row in csv.DictReader(stream)}
    assert rows == {
        "Anna Müller (100)": ("3", ""),
        "Anna Müller (104)": ("4", ""),
        "Ben": ("0", "No notebook was handed in, but solution.pdf."),
        "Cem": ("0", "a.ipynb is empty."),
        "'=HYPERLINK(1)": ("3", ""),
        "O’Neil, Tim": ("4", ""),
        "محمد علي": ("3", ""),
    }


def test_feedback_goes_back_under_the_names_that_moodle_gave(graded):
    folder, _ = graded
    archive = zipfile.ZipFile(folder / "grades/feedback.zip")
    assert sorted(archive.namelist()) == sorted(
        f"{name}_{number}_assignsubmission_file/convolution_101.html"
        for number, name in enumerate(NAMES, 100)
    )
    hostile = archive.read("Anna Müller_104_assignsubmission_file/convolution_101.html").decode()
    assert "<script" not in hostile and "onerror=" not in hostile.replace("onerror=alert", "", 1)
    assert "&lt;/pre&gt;&lt;script&gt;" in hostile and "hello" in hostile


def test_the_lecture_sees_each_sentence_and_nobody(graded):
    page = (graded[0] / "grades/class.html").read_text("utf-8")
    assert '<th scope="row">blur</th><td>2</td><td>3</td><td>0</td>' in page
    assert not [name for name in ("Anna", "Tim", "محمد", "HYPERLINK") if name in page]


def test_the_same_input_gives_the_same_files(graded):
    folder, _ = graded
    files = "feedback.zip", "class.html", "grades.csv", "upload.csv"
    before = {name: (folder / "grades" / name).read_bytes() for name in files}
    grading(folder, "--handout", folder / "handout.ipynb", "--sheet", folder / "sheet.csv")
    assert {name: (folder / "grades" / name).read_bytes() for name in files} == before


def test_what_a_class_is_given_opens_runs_and_is_graded(tmp_path):
    command = [sys.executable, ROOT / "tools/make_class.py", tmp_path / "class"]
    subprocess.run(command, check=True)
    zipfile.ZipFile(tmp_path / "class/convolution_101.zip").extractall(tmp_path / "home")
    mine = tmp_path / "home/convolution_101/convolution_101.ipynb"
    notebook = nbformat.read(mine, as_version=4)
    for cell in notebook.cells:
        if cell.id in CHECKED:
            cell.source = source(cell.id)
    # The last cells are for a picture of one's own; without answers in words nothing fails.
    NotebookClient(notebook, resources={"metadata": {"path": mine.parent}}).execute()
    nbformat.write(notebook, mine)
    with zipfile.ZipFile(tmp_path / "moodle.zip", "w") as archive:
        archive.write(mine, "Anna_1_assignsubmission_file/convolution_101.ipynb")
    grading(tmp_path, "--handout", tmp_path / "class/convolution_101/convolution_101.ipynb")
    with (tmp_path / "grades/grades.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["points"], row["of"], row["note"]) == (str(len(CHECKED)), str(len(CHECKED)), "")
