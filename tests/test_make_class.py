"""A class gets one version of the notebook and nothing that gives an answer away."""

import zipfile

import nbformat
import pytest

from make_class import main, make_class
from notebooks import CHECKED, SOLUTIONS, STUDENT, source
from practical.checks import VERSION


@pytest.fixture(scope="module")
def class_(tmp_path_factory):
    """Return the folder of a class."""
    make_class(folder := tmp_path_factory.mktemp("made") / "class")
    return folder


def test_a_class_gets_the_notebook_its_picture_and_how_to_open_it(class_):
    given = class_ / "convolution_101"
    files = {str(f.relative_to(given)) for f in given.rglob("*") if f.is_file()}
    data = {"data/mandril.jpg", "requirements.txt", "constraints.txt", "LICENSE", "README.md"}
    assert files == {
        "convolution_101.ipynb",
        *data,
        ".binder/requirements.txt",
        ".binder/runtime.txt",
    }
    text = (given / "README.md").read_text("utf-8")
    assert f"Version {VERSION}." in text and "convolution_101.ipynb" in text


def test_it_has_no_solution_no_answer_and_no_link_to_them(class_):
    everything = b"".join(file.read_bytes() for file in class_.rglob("*") if file.is_file())
    assert b"_solutions" not in everything and b"nbviewer" not in everything
    notebook = nbformat.read(class_ / "convolution_101/convolution_101.ipynb", as_version=4)
    assert "solutions_at" not in notebook.metadata
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    blanks = [
        line for slug in CHECKED for line in source(slug).splitlines() if "# SOLUTION" in line
    ]
    assert blanks and not [line for line in blanks if line.partition("#")[0].strip() in code]


def test_students_nbgrader_and_the_zip_have_the_same_version(class_, tmp_path):
    make_class(tmp_path / "two")
    name = "convolution_101/convolution_101.ipynb"
    ours, nbgraders = (class_ / name), (class_ / "source" / name)
    assert ours.read_bytes() == nbgraders.read_bytes()
    handed_out, here = (
        [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        for notebook in (nbformat.read(ours, as_version=4), STUDENT)
    )
    assert handed_out == here
    packed = class_ / "convolution_101.zip"
    assert zipfile.ZipFile(packed).read(name) == ours.read_bytes()
    assert packed.read_bytes() == (tmp_path / "two/convolution_101.zip").read_bytes()
    assert SOLUTIONS.metadata.practical == STUDENT.metadata.practical


def test_nothing_is_written_over(tmp_path, capsys):
    (tmp_path / "mine").write_text("work")
    assert "is there already" in main(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine"]


def test_another_version_than_grades_it_is_not_handed_out(tmp_path, monkeypatch):
    monkeypatch.setattr("make_class.make_notebooks", lambda arguments: arguments == ["--check"])
    assert "make notebooks" in main(tmp_path / "class")
    assert not (tmp_path / "class").exists()
