"""Everyone who handed in anything is found in a download, and known by what the LMS calls them."""

import io
import unicodedata
import zipfile

import pytest

from grading import download
from grading.download import submissions
from grading.intake import around

RIGHT_TO_LEFT = "\u202b"
NAMES = ["Müller, Anna", "محمد علي", "O’Neil", 'Eve "E" D', "=SUM(A1)", "..", "J. Smith"]


def zipped(members):
    """Return the bytes of a ZIP with these members, bytes or text by name."""
    with zipfile.ZipFile(stream := io.BytesIO(), "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def written(members, folder):
    """Write the members into a folder, and return that."""
    for name, content in members:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def found(members, folder):
    """Return `{student: names of files}` of a ZIP, which a folder of the same agrees with."""
    (folder / "download.zip").write_bytes(zipped(members))
    everyone = {
        one.student: [file.name for file in one.files]
        for one in submissions(folder / "download.zip")
    }
    (folder / "unpacked").mkdir()
    unpacked = submissions(written(members, folder / "unpacked"))
    assert {one.student: [file.name for file in one.files] for one in unpacked} == everyone
    return everyone


def one_of(name, folder, content="x"):
    """Return the Submission in a ZIP with a single member of this name."""
    (folder / "download.zip").write_bytes(zipped([(name, content)]))
    (one,) = submissions(folder / "download.zip")
    return one


@pytest.mark.parametrize(
    ("member", "student", "number", "place"),
    [
        (
            "Anna Müller_12_assignsubmission_file/x/a_1_b.ipynb",
            "Anna Müller",
            "12",
            "Anna Müller_12_assignsubmission_file/",
        ),
        (
            "Anna Müller_12_assignsubmission_file_/a.ipynb",
            "Anna Müller",
            "12",
            "Anna Müller_12_assignsubmission_file_/",
        ),
        (
            "Anna Müller_12_assignsubmission_file_a_1_b.ipynb",
            "Anna Müller",
            "12",
            "Anna Müller_12_assignsubmission_file_",
        ),
        (
            "Participant_12_assignsubmission_file/a.ipynb",
            "Participant",
            "12",
            "Participant_12_assignsubmission_file/",
        ),
        ("mülleranna_12_345_a_1.ipynb", "mülleranna", "12", "mülleranna_12_345_"),
        ("mülleranna_LATE_12_345_a-1.ipynb", "mülleranna", "12", "mülleranna_LATE_12_345_"),
        ("mülleranna_12_text.html", "mülleranna", "12", "mülleranna_12_"),
        ("LATE_anon_a1B2c_345_a.ipynb", "anon_a1B2c", "a1B2c", "LATE_anon_a1B2c_345_"),
        ("Anna Müller - Convolution 101.ipynb", "Anna Müller", "", "Anna Müller/"),
        ("anna/convolution_101/convolution_101.ipynb", "anna", "", "anna/"),
        ("anna_12_3.ipynb", "anna_12_3", "", "anna_12_3/"),
        ("anna.IPYNB", "anna", "", "anna/"),
        ("anna.ipynb.txt", "anna", "", "anna/"),
        ("anna (1).ipynb", "anna (1)", "", "anna (1)/"),
        ("J. Smith/a.ipynb", "J. Smith", "", "J. Smith/"),
        (f"{RIGHT_TO_LEFT}محمد/a.ipynb", "محمد", "", "محمد/"),
        ("../../etc/passwd", "etc", "", "etc/"),
        ("/home/anna/a.ipynb", "home", "", "home/"),
        ("anna\\a.ipynb", "anna", "", "anna/"),
        (".\u202e./a.ipynb", "?", "", "?/"),
    ],
)
def test_who_it_is_and_where_feedback_goes(member, student, number, place, tmp_path):
    one = one_of(member, tmp_path)
    assert (one.student, one.number, one.place) == (student, number, place)
    assert one.late == ("LATE" in member) and len(one.files) == 1


@pytest.mark.parametrize("form", ["{}_7_assignsubmission_file/a.ipynb", "{}/a.ipynb"])
@pytest.mark.parametrize("name", NAMES)
def test_whatever_somebody_is_called_there_is_a_row(form, name, tmp_path):
    one = one_of(form.format(name), tmp_path)
    assert one.name in ([name] if name != ".." else ["?", "a"])


def test_letters_that_a_system_writes_in_two_parts_are_the_same_name(tmp_path):
    twice = [(unicodedata.normalize(form, "Zoë/a.ipynb"), "x") for form in ("NFC", "NFD")]
    (tmp_path / "download.zip").write_bytes(zipped(twice))
    assert [one.student for one in submissions(tmp_path / "download.zip")] == ["Zoë"]


def test_a_name_that_the_zip_does_not_call_utf_8_is_read_all_the_same(tmp_path):
    content = zipped([("Zo\u00eb/a.ipynb", "x")])
    for header, place in (b"PK\x03\x04", 6), (b"PK\x01\x02", 8):
        flags = content.index(header) + place
        content = content[: flags + 1] + b"\0" + content[flags + 2 :]
    (tmp_path / "download.zip").write_bytes(content)
    assert [one.student for one in submissions(tmp_path / "download.zip")] == ["Zoë"]


def test_a_name_that_is_no_utf_8_is_read_as_windows_wrote_it(tmp_path):
    try:
        written(
            [("M\udcfcller\udc81/ü\udcfc.ipynb", "x"), ("\udcdcbung.pdf", "x")],
            tmp_path / "download",
        )
    except OSError:
        pytest.skip("this file system has no such names")
    names = {one.student: one.files[0].name for one in submissions(tmp_path / "download")}
    assert names == {"Müller\ufffd": "üü.ipynb", "Übung": "Übung.pdf"}


def test_a_zip_with_names_that_are_not_what_it_says_is_none_that_can_be_read(tmp_path):
    broken = zipped([("Zo\u00eb/a.ipynb", "x")]).replace("Zoë".encode(), b"Zo\xeb?")
    for name in "download.zip", "in/anna.zip":
        written([(name, broken)], tmp_path)
    with pytest.raises((zipfile.BadZipFile, UnicodeError)):
        list(submissions(tmp_path / "download.zip"))
    assert [one.files[0].name for one in submissions(tmp_path / "in")] == ["anna.zip"]


def test_two_students_of_one_name_are_two(tmp_path):
    form = "Anna_{}_assignsubmission_file/a.ipynb"
    members = [(form.format(2), "x"), (form.format(10), "y"), ("anna.ipynb", "z"), ("anna/b", "")]
    assert found(members, tmp_path) == {
        "Anna (10)": ["a.ipynb"],
        "Anna (2)": ["a.ipynb"],
        "anna (anna)": ["b"],
        "anna (anna.ipynb)": ["anna.ipynb"],
    }


def test_all_that_one_student_handed_in_is_one_submission(tmp_path):
    members = [
        ("anna_1_10_a.ipynb", "x"),
        ("anna_1_11_a-1.ipynb", "x"),
        ("anna_1_text.html", "x"),
        ("Ben_2_assignsubmission_file_b.ipynb", "x"),
        ("Ben_2_assignsubmission_onlinetext_onlinetext.html", "x"),
    ]
    assert found(members, tmp_path) == {
        "anna": ["a.ipynb", "a-1.ipynb", "text.html"],
        "Ben": ["b.ipynb", "onlinetext.html"],
    }


@pytest.mark.parametrize(
    ("notebook", "helper"),
    [
        ("annam_11_501_convolution_101.ipynb", "annam_11_502_helper.py"),
        ("annam_LATE_11_501_convolution_101-1.ipynb", "annam_LATE_11_502_helper-1.py"),
        ("anon_aB1_501_convolution_101.ipynb", "anon_aB1_502_helper-12.py"),
        ("Ben_1_assignsubmission_file_a.ipynb", "Ben_1_assignsubmission_file_helper.py"),
        ("Ben_1_assignsubmission_file/a.ipynb", "Ben_1_assignsubmission_file/helper.py"),
        ("ben/a.ipynb", "ben/helper.py"),
    ],
)
def test_what_is_beside_a_notebook_has_the_name_that_the_student_gave_it(
    notebook, helper, tmp_path
):
    others = [("cem_2_601_c.ipynb", "x"), ("dora_3_602_d.ipynb", "x")]
    (tmp_path / "download.zip").write_bytes(zipped([(notebook, "x"), (helper, "y"), *others]))
    one, *_ = submissions(tmp_path / "download.zip")
    (theirs,) = (file for file in one.files if file.name.endswith(".ipynb"))
    assert around(theirs, one.files)[0]["helper.py"] == b"y"


def test_zips_in_zips_are_opened_and_what_is_none_is_a_file(tmp_path):
    inner = zipped([("x/a.ipynb", "x"), ("__MACOSX/._a.ipynb", "")])
    deep = zipped([("b.zip", zipped([("c.zip", zipped([("d.zip", zipped([]))]))]))])
    members = [
        ("anna.zip", inner),
        ("Ben_2_assignsubmission_file_work.zip", inner),
        ("cem/Work.ZIP", inner),
        ("dora/broken.zip", inner[:-30]),
        ("eve/deep.zip", deep),
    ]
    assert found(members, tmp_path) == {
        "anna": ["a.ipynb"],
        "Ben": ["a.ipynb"],
        "cem": ["a.ipynb"],
        "dora": ["broken.zip"],
        "eve": ["c.zip"],
    }


def test_who_handed_in_a_zip_with_nothing_in_it_has_a_row(tmp_path):
    junk = zipped([("__MACOSX/._a.ipynb", ""), (".ipynb_checkpoints/a-checkpoint.ipynb", "")])
    members = [("anna.zip", zipped([])), ("Ben_2_assignsubmission_file/w.zip", zipped([]))]
    members += [("cem.zip", junk), ("dora.ipynb", "x")]
    assert found(members, tmp_path) == {"anna": [], "Ben": [], "cem": [], "dora": ["dora.ipynb"]}


def test_a_zip_in_a_zip_is_inflated_once_for_all_its_files(tmp_path, monkeypatch):
    inner = zipped([(f"{number}.py", str(number)) for number in range(100)])
    (tmp_path / "download.zip").write_bytes(zipped([("anna/work.zip", inner)]))
    opened = []
    monkeypatch.setattr(download, "ZipFile", lambda f: opened.append(f) or zipfile.ZipFile(f))
    (one,) = submissions(tmp_path / "download.zip")
    assert [file.read() for file in one.files] == [
        str(n).encode() for n in sorted(range(100), key=str)
    ]
    assert len(opened) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("convolution_101_20231234_Anna.ipynb", "convolution_101_20235678_Ben.ipynb"),
        ("blatt_3_12_mueller.ipynb", "blatt_3_13_schmidt.ipynb"),
        ("anna_1_2_a.ipynb", "ben_1_3_a.ipynb"),
        ("anna_1_2_a.ipynb", "ben_2_2_a.ipynb"),
    ],
)
def test_a_teachers_own_numbers_are_not_canvas_s(first, second, tmp_path):
    assert found([(first, "x"), (second, "x")], tmp_path) == {
        first.removesuffix(".ipynb"): [first],
        second.removesuffix(".ipynb"): [second],
    }


@pytest.mark.parametrize(
    ("around", "anna", "ben"),
    [
        ("W - Convolution", "Anna - convolution_101.ipynb", "Ben - Copy of Convolution.ipynb"),
        ("CV - Convolution 101-1", "Anna_1_assignsubmission_file/a", "Ben_2_assignsubmission_file"),
        ("CV - Convolution 101-1.zip", "Anna_1_assignsubmission_file/a", "Ben_2_assignfeedback_x"),
        ("convolution_101_2026_submissions", "Anna/a.ipynb", "Ben/a.ipynb"),
        ("abgaben", "Anna/a.ipynb", "Ben/b.py"),
        ("a/Submitted files", "Anna/x/Version 1/a.ipynb", "Ben/x/Version 1/a.ipynb"),
    ],
)
def test_a_folder_around_the_class_is_nobody_whatever_its_name(around, anna, ben, tmp_path):
    inner = [(anna, "x"), (ben, "y")]
    members = [(f"{around}/{place}", content) for place, content in inner]
    if around.endswith(".zip"):
        members = [(around, zipped(inner))]
    if around == "a/Submitted files":
        members += [("a/Working files/Anna/x/a.ipynb", "a draft")]
    members += [("Grades.csv", ""), ("./", "")]
    assert found(members, tmp_path).keys() == {"Anna", "Ben", "Grades"}


def test_a_single_students_folder_is_known_where_everybody_puts_it(tmp_path):
    assert [*found([("submitted/anna/convolution_101/a.ipynb", "")], tmp_path)] == ["anna"]


def test_moodles_folders_are_students_in_whatever_folders_and_beside_whatever_files(tmp_path):
    anna, ben = (f"{name}_assignsubmission_file/a.ipynb" for name in ("Anna_1", "Ben_2"))
    around = [f"CV/Group A/{anna}", f"CV/Group B/{ben}", "CV/", "CV/Group A/"]
    beside = [("sheet 3.pdf", ""), ("Grades-CV 1.1.csv", "")]
    cem = "Cem_3_assignsubmission_file/w.zip/Dora_4_assignsubmission_file/c.ipynb"
    members = [(place, "") for place in (*around, cem)] + beside
    assert [*found(members, tmp_path)] == ["Anna", "Ben", "Cem", "Grades-CV 1.1", "sheet 3"]


def test_a_table_with_dots_in_its_name_is_beside_a_class(tmp_path):
    members = [("CV.zip", zipped([("anna/a.ipynb", ""), ("ben/b.ipynb", "")])), ("CV 1.1.csv", "")]
    assert found(members, tmp_path).keys() == {"anna", "ben", "CV 1.1"}


def test_who_handed_in_nothing_but_what_systems_leave_behind_has_a_row(tmp_path):
    left = "._a.ipynb", ".ipynb_checkpoints/c.ipynb", "venv/a.ipynb", "Working files/a.ipynb"
    members = [(f"{name}/{place}", "") for name, place in zip("abcd", left, strict=True)]
    members += [("eve/a.ipynb", ""), ("__MACOSX/a/._a.ipynb", ""), ("~$grades.xlsx", "")]
    assert found(members, tmp_path) == {one: [] for one in "abcd"} | {"eve": ["a.ipynb"]}


@pytest.mark.parametrize("member", ["all/download.zip", "all.zip"])
def test_a_folder_or_a_zip_around_the_whole_class_is_nobody(member, tmp_path):
    class_ = [("anna/a.ipynb", "x"), ("ben/b.ipynb", "x"), ("cem/", "")]
    (tmp_path / "outer").mkdir()
    written([(member, zipped(class_))], tmp_path / "outer")
    everyone = {one.student: one.place for one in submissions(tmp_path / "outer")}
    assert everyone == {"anna": "anna/", "ben": "ben/", "cem": "cem/"}


def test_one_student_alone_is_not_a_folder_around_a_class(tmp_path):
    assert found([("anna/x/a.ipynb", "x"), ("anna/data/b", "x")], tmp_path) == {
        "anna": ["b", "a.ipynb"]
    }


def test_everyone_is_a_row_and_what_systems_leave_behind_is_none(tmp_path):
    for place in "anna/a.ipynb", "ben/x/b.ipynb", "ben/__MACOSX/b.ipynb", "__MACOSX/c", "._d":
        written([(place, "")], tmp_path)
    written([("ben/a.ipynb:Zone.Identifier", ""), (".DS_Store", "")], tmp_path)
    written([(".git/HEAD", ""), (".gitignore", ""), ("ben/.venv/lib/b.ipynb", "")], tmp_path)
    (tmp_path / "cem").mkdir()
    (tmp_path / "dora.ipynb").symlink_to(tmp_path / "anna/a.ipynb")
    (tmp_path / "cem/link").symlink_to(tmp_path / "anna")
    rows = {one.student: [file.name for file in one.files] for one in submissions(tmp_path)}
    assert rows == {"anna": ["a.ipynb"], "ben": ["b.ipynb"], "cem": [], "dora": []}


def test_nothing_is_written_and_everything_is_read_from_where_it_is(tmp_path):
    members = [("anna/a.ipynb", b"1"), ("../ben/../b.txt", b"2"), ("anna/a.ipynb", b"3")]
    with pytest.warns(UserWarning, match="Duplicate"):
        (tmp_path / "download.zip").write_bytes(zipped(members))
    (one, other) = submissions(tmp_path / "download.zip")
    assert [file.read() for file in one.files] == [b"1", b"3"]
    assert [file.read() for file in other.files] == [b"2"]
    assert [path.name for path in tmp_path.iterdir()] == ["download.zip"]
