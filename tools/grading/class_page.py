"""What a class got wrong, as a page for the lecture: counts, sentences, answers without names."""

import builtins
import io
import keyword
import re
import tokenize
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import numpy
import torch

from grading.feedback import pages

MODULES = torch, torch.Tensor, torch.nn, torch.nn.functional, torch.nn.init, numpy, builtins
HERE = Path(__file__).parent
# Where the sentences are that a check or the grading says.
SAID_IN = *HERE.parents[1].glob("practical/*.py"), HERE / "runner.py", HERE / "judge.py"
WORD = re.compile(r"[^\W\d]\w*")
NUMBERS = re.compile(r"[-−+]?\d[\d.,]*(e[-+]?\d+)?")
NOTHING = "–", "its cell was not found, or not reached."
# Of Python's errors about the wrong kind of object.
ALSO = {"subscriptable", "callable", "iterable", "unsupported", "operand", "ellipsis"}
MOST = 8  # sentences of an exercise that are shown


@cache
def known():
    """Return the words that name nobody: Python's, torch's, NumPy's and the practical's."""
    words = ALSO | {
        *keyword.kwlist,
        *keyword.softkwlist,
        *(name for one in MODULES for name in dir(one)),
    }
    for function in (getattr(one, name, None) for one in MODULES for name in dir(one)):
        # In small letters, because there are people in it.
        words |= set(re.findall(r"\b[a-z]\w*", str(getattr(function, "__doc__", ""))))
    for module in SAID_IN:
        words |= set(WORD.findall(module.read_text("utf-8")))
    return words


def without_names(sentence):
    """Return what a check said, with an … for each word that could be a name, and long numbers."""
    told = WORD.sub(lambda word: word[0] if word[0] in known() else "…", sentence)
    return re.sub(r"(?<![\d.])\d{7,}", "…", told)


def without_traces(source):
    """Return an answer without comments, with an … for texts and long numbers, n1, n2 … for names.

    Of what Python cannot read nothing is left.
    """
    lines = source.splitlines(keepends=True)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return ""
    if any(token.type == tokenize.ERRORTOKEN and token.string.strip() for token in tokens):
        return ""
    names = (t.string for t in tokens if t.type == tokenize.NAME and t.string not in known())
    new = {name: f"n{n}" for n, name in enumerate(dict.fromkeys(names), 1)}
    for token in reversed(tokens):
        kind, text, (first, start), (last, end), _ = token
        if kind == tokenize.COMMENT:
            text = ""
        elif kind == tokenize.STRING or tokenize.tok_name[kind] == "FSTRING_MIDDLE":
            text = '"…"' if kind == tokenize.STRING else "…"
        elif kind == tokenize.NUMBER and len(text) > 5 and text.isdigit():
            text = "…"
        elif kind == tokenize.NAME:
            text = new.get(text, text)
        if text != token.string:
            lines[first - 1 : last] = [lines[first - 1][:start] + text + lines[last - 1][end:]]
    return "\n".join(line.rstrip() for line in lines if line.strip())


def said_of(slug, class_):
    """Return `(how many, mark, sentence, answer)` of an exercise's sentences, most frequent first.

    Sentences that differ in their numbers alone are counted together. The answer is the shortest
    that drew the sentence which is shown.
    """
    alike, drawn = defaultdict(Counter), defaultdict(list)
    for verdicts, answers in class_:
        mark, sentence = verdicts.get(slug, NOTHING)
        if mark != "✓":
            told = mark, without_names(sentence)
            alike[mark, NUMBERS.sub("#", told[1])][told] += 1
            drawn[told].append(without_traces(answers.get(slug, "")))
    groups = sorted(alike.values(), key=lambda group: (-group.total(), min(group)))
    shown = [(group.total(), min(group, key=lambda told: (-group[told], told))) for group in groups]
    return [
        (count, *told, min((a for a in drawn[told] if a), key=lambda a: (len(a), a), default=""))
        for count, told in shown
    ]


def page(slugs, class_):
    """Return the page. `class_` has for each student `({slug: (mark, sentence)}, {slug: code})`."""
    rows = []
    for slug in slugs:
        marks = Counter(verdicts.get(slug, "–")[0] for verdicts, _ in class_)
        rows.append((slug, [(mark, marks[mark]) for mark in "✓✗–"], said_of(slug, class_)))
    return pages().get_template("class.html").render(rows=rows, size=len(class_), most=MOST)
