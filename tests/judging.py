"""A check, asked about a student's names: what it prints and raises; that it changes nothing."""

import contextlib
import io
import itertools
import re
import warnings
from functools import cache

import torch

from notebooks import namespace, run, source
from practical.checks import check

GIVEN = {  # the cells that an exercise needs beside `load` and its own
    "separable": ["separable-gaussian"],
    "learn": ["learn-data"],
    "discover": ["discover-decorrelated", "discover-find"],
}
BEFORE = namespace("load", *itertools.chain(*GIVEN.values()))


def student(slug, text=""):
    """Return the names after the set-up, no other cell than the exercise needs, and `text`.

    A text that names no size works on a small piece of the mandrill, which is sooner done.
    """
    names = {
        name: value.clone() if isinstance(value, torch.Tensor) else value
        for name, value in BEFORE.items()
        if slug != "load" or name not in ("picture", "img")
    }
    if slug not in ("load", "shape") and not re.search(r"(?<![\d.])\d{3}", re.sub("#.*", "", text)):
        names["img"] = names["img"][:, 20:116, 300:396].clone()
    run(text, names)
    return names


@cache
def solved(slug):
    """Return names with which this exercise is solved, for tests that change a copy of them."""
    return student(slug, source(slug))


def contents(value):
    """Return what could change inside an ordinary tensor, comparable by ==; else None."""
    ordinary = type(value) in (torch.Tensor, torch.nn.Parameter) and value.layout is torch.strided
    if not ordinary or value.is_nested or value.is_quantized or value.is_meta:
        return None
    numbers = value.detach().numpy().tobytes()
    return numbers, value.shape, value.dtype, value.requires_grad, value.is_leaf


def judged(slug, names):
    """Return what the check prints and raises; assert that it changes and warns of nothing."""
    before = {name: (id(value), contents(value)) for name, value in names.items()}
    random_state = torch.get_rng_state()
    printed, verdict = io.StringIO(), None
    with (
        contextlib.redirect_stdout(printed),
        warnings.catch_warnings(record=True) as warned,
    ):
        warnings.simplefilter("always")
        warnings.simplefilter("ignore", ResourceWarning)  # a picture that nobody closed
        try:
            check(slug, names)
        except Exception as raised:
            verdict = raised.with_traceback(None)  # it would keep every tensor in memory
    after = {name: (id(value), contents(value)) for name, value in names.items()}
    assert [name for name in before | after if before.get(name) != after.get(name)] == []
    assert torch.equal(random_state, torch.get_rng_state())
    assert [str(one.message) for one in warned] == []
    return printed.getvalue(), verdict


def hint_to(slug, names, kind, start):
    """Return the one line that the check raises, an error of this kind that starts like this."""
    printed, verdict = judged(slug, names)
    assert type(verdict) is kind and not printed
    message = str(verdict)
    assert message.startswith(start) and len(message.splitlines()) == 1
    (shown,) = verdict._render_traceback_()
    assert message in shown and "\n" not in shown
    return message
