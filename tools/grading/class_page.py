"""What a class got wrong, as a page for the lecture: counts, sentences, answers without names."""

import ast
import builtins
import keyword
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import numpy
import torch

from grading.feedback import pages
from grading.merge import statements

MODULES = torch, torch.Tensor, torch.nn, torch.nn.functional, torch.nn.init, numpy, builtins
HERE = Path(__file__).parent
# Where the sentences are that a check or the grading says.
SAID_IN = *HERE.parents[1].glob("practical/*.py"), HERE / "runner.py", HERE / "judge.py"
WORD = re.compile(r"\b[^\W\d]\w*")
NUMBERS = re.compile(r"[-−+]?\d[\d.,]*(e[-+]?\d+)?")
NOTHING = "–", "its cell was not found, or not reached."
# Of Python's errors about the wrong kind of object.
ALSO = {"subscriptable", "callable", "iterable", "unsupported", "operand", "ellipsis"}
MOST = 8  # sentences of an exercise that are shown


@cache
def known():
    """Return the words that name nobody: Python's, torch's, NumPy's and the practical's."""
    words = {*ALSO, *keyword.kwlist, *keyword.softkwlist}
    for one in MODULES:
        for name in dir(one):
            # In small letters, because there are people in it.
            told = str(getattr(getattr(one, name, None), "__doc__", ""))
            words |= {name, *re.findall(r"\b[a-z]\w*", told)}
    for module in SAID_IN:
        words |= set(WORD.findall(module.read_text("utf-8")))
    return words


def without_names(sentence):
    """Return what a check said, with an … for paths, words that could be a name, long numbers."""
    told = re.sub(r"""[^\s`'"]*[/\\][^\s`'"]+""", "…", sentence)
    told = WORD.sub(lambda word: word[0] if word[0] in known() else "…", told)
    return re.sub(r"(?<![\d.])\d{7,}", "…", told)


class Anonymous(ast.NodeTransformer):
    """Puts an … in the place of texts and long numbers."""

    def visit_JoinedStr(self, node):
        """Take a text with values in it for a text."""
        return ast.Constant("…")

    def visit_Constant(self, node):
        """Let short numbers stay."""
        if type(node.value) is int and abs(node.value) > 99999:
            return ast.Name("…")
        return ast.Constant("…") if isinstance(node.value, str | bytes) else node


def without_traces(source):
    """Return an answer without comments, with an … for texts and long numbers, n1, n2 … for names.

    Of what Python cannot read nothing is left.
    """
    program, new = ast.Module(statements(source) or [], []), {}
    return WORD.sub(
        lambda word: word[0] if word[0] in known() else new.setdefault(word[0], f"n{len(new) + 1}"),
        ast.unparse(Anonymous().visit(program)),
    )


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
