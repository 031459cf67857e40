"""The page for the lecture counts what the class got wrong, and shows nobody."""

import ast
import re
from types import SimpleNamespace

import pytest

from grading.__main__ import write
from grading.class_page import page, said_of, without_names, without_traces
from grading.download import Submission
from grading.grade import Row
from read_answers import ANSWERS

OK = ("✓", "")


def flat(number):
    """Return a verdict whose sentence differs in its numbers alone."""
    return "✗", f"A flat picture of 100 comes out as ({number}, 1e-{number}); wanted (100, 100)."


def test_sentences_are_counted_most_frequent_first_whatever_their_numbers():
    class_ = [({"blur": flat(n)}, {"blur": f"w = {'1 + ' * n}1"}) for n in (2, 1, 1)]
    class_ += [({"blur": OK}, {}), ({"blur": ("–", "not attempted.")}, {}), ({}, {"edge": "x"})]
    nothing = "its cell was not found, or not reached."
    assert said_of("blur", class_) == [
        (3, *flat(1), "w = 1 + 1"),
        (1, "–", nothing, ""),
        (1, "–", "not attempted.", ""),
    ]


def test_of_an_answer_no_comment_text_or_name_of_ones_own_is_left():
    answer = '''# Exercise: blur, by Anna Müller, 4711
"""Anna's"""
annas_kernel = torch.full((5, 5), 1 / 25)  # /home/anna
if True:
    # only a comment
    w = blur_of(annas_kernel, seed=4711, key=20261128, path=f"/home/{annas_kernel}")

o = F.conv2d(img[None], w, padding=1)
'''
    assert (
        without_traces(answer)
        == '''"""…"""
n1 = torch.full((5, 5), 1 / 25)
if True:
    w = n2(n1, seed=4711, key=…, path='…')
o = F.conv2d(img[None], w, padding=1)'''
    )


@pytest.mark.parametrize("end", ["\n", "\r", "\x0c", "\x0b", "\x1c", "\x85", "\u2028"])
def test_no_name_is_left_wherever_a_line_may_end(end):
    for answer in f"w = 1{end}\n# Anna 1234567\no = 'Anna'", f"w = 1  # Anna{end}# Anna\no = 1":
        assert "Anna" not in without_traces(answer) and "1234567" not in without_traces(answer)


@pytest.mark.parametrize("answer", ["'", "(", "  x\n y", "x = '''", "\0", f"x = {'1 + ' * 500}1"])
def test_of_what_python_cannot_read_or_write_nothing_is_shown(answer):
    assert without_traces(answer) == ""


def form(source):
    """Return the kinds of a program's nodes; a text is a text however it was made."""
    tree = ast.parse(re.sub(r"[fr]?\"…\"", "None", source))
    return [type(node).__name__ for node in ast.walk(tree)]


def test_all_answers_stay_the_programs_they_were():
    for answer in ANSWERS:
        text = re.sub(r"f(\".*?\"|'.*?')", '"…"', answer.text)  # parts of it would be nodes
        shown = without_traces(text)
        assert form(shown) == form(re.sub(r"\"[^\"\n]*\"|'[^'\n]*'", '"…"', text)), answer.text
        assert "#" not in shown


def test_a_sentence_keeps_its_words_and_loses_names_and_paths():
    said = "its cell stopped with NameError: name 'annas_kernel' is not defined."
    assert without_names(said) == said.replace("annas_kernel", "…")
    assert "anna" not in without_names("FileNotFoundError: '/home/anna/20261128/x.jpg'")
    assert without_names("No such file: '/home/mark/input/mandril.jpg'") == "No such file: '…'"


def test_what_our_checks_say_is_shown_as_they_say_it():
    lost = set()
    for answer in ANSWERS:
        lost |= set(answer.sentence.split()) - set(without_names(answer.sentence).split())
    # A name of the student's own, an error's first word, kinds of objects, a very large number.
    kinds = {"JpegImageFile,", "builtin_function_or_method,"}
    assert lost == {"'imgae'", "Dimension", "55800900.", *kinds}


def test_the_page_says_each_number_in_words_too_and_has_no_script():
    class_ = [({"blur": flat(1), "edge": OK}, {"blur": "w = 1 < 2"}), ({"edge": OK}, {})]
    text = page(["blur", "edge"], class_)
    assert re.search(r'<th scope="row">blur</th><td>0</td><td>1</td><td>1</td>', text)
    assert re.search(r'<th scope="row">edge</th><td>2</td><td>0</td><td>0</td>', text)
    assert "<h2>blur</h2>" in text and "<h2>edge</h2>" not in text
    assert "script" not in text and "http" not in text.replace("http-equiv", "")
    assert page(["blur", "edge"], class_[::-1]) == text


def test_of_very_many_sentences_the_rest_is_counted():
    words = ["mean", "sum", "shape", "zeros", "ones", "pad", "norm", "sort", "stack", "view"]
    class_ = [({"blur": ("✗", f"`{word}` is wrong.")}, {}) for word in words]
    text = page(["blur"], class_)
    assert text.count("is wrong.") == 8
    assert "And 2 more sentences, each said to 1 or fewer." in text


def test_half_a_character_stops_no_table_and_no_page(tmp_path):
    submission = Submission("Anna", "Anna", "", "Anna/", [])
    one = Row(submission, ["blur"], {"blur": ("✗", "`\ud83d` is wrong.")}, "\ud83d", {})
    write(SimpleNamespace(slugs=["blur"]), [one], b"", SimpleNamespace(grades=tmp_path, sheet=None))
    assert "Anna,0,1,✗,?" in (tmp_path / "grades.csv").read_text("utf-8")
    assert "<code>?</code> is wrong." in (tmp_path / "class.html").read_text("utf-8")


def test_a_class_of_nobody_has_a_page():
    assert "Of 0 notebooks" in page(["blur"], [])
