"""Of each kind of sentence that a check says, the first in `tests/answers` is true.

All of them, and the right answers, are in `test_answers.py`, which takes ten times as long.
"""

import pytest

from read_answers import ANSWERS
from sentences import FORMS, form_of
from test_answers import gets_one_true_line_that_does_not_give_the_answer

FIRST = {}
for answer in ANSWERS:
    if answer.verdict == "wrong":
        FIRST.setdefault((answer.slug, form_of(answer.sentence)), answer)


@pytest.mark.parametrize("answer", FIRST.values(), ids=lambda one: f"{one.slug}: {one.title}")
def test_the_first_sentence_of_its_kind_is_true_and_does_not_give_the_answer(answer):
    gets_one_true_line_that_does_not_give_the_answer(answer)


def test_no_sentence_is_without_an_answer_that_draws_it():
    assert {form for _, form in FIRST} == set(range(len(FORMS)))
