"""A student's names as data: how they leave a kernel at a check, and what a judge makes of them.

In the kernel nothing can be trusted, so no object leaves it. Tensors are written by `torch.save`
and read by `torch.load(weights_only=True)`, all else goes in a plain form with its kind: `("numpy",
tensor, single)`. A function stays where it lives; what it did when the check called it is written
down, and played back.
"""

import io
import linecache
import sys
from collections import UserList
from contextlib import suppress

import numpy as np
import torch
from torch import nn

from practical import checks, ledger
from practical.checks import judge, judge_student  # as they are before a student's code runs
from practical.one_line import Mistake
from practical.probes import Answer

PLAIN = bool, int, float, str, type(None)
LISTS = {"tuple": tuple, "list": list, "Size": torch.Size}
# What a check may read beside its exercise's names, where that is not `img`.
ALSO = {"by-hand": set(), "padding": set(), "separable": set(), "learn": {"crop", "target"}}
ALSO |= {"shape": {"img", "face"}}
LONGEST = 10**5  # of a list; with more a check could not do anything


class NoVerdict(BaseException):
    """Why there can be none, in a sentence; no check takes this for an error of the answer."""


def packed(value):
    """Return a value as plain data and tensors; of a kind that no check reads, its type's name."""
    kind = type(value)
    if value is ...:
        return "...", None
    if kind in PLAIN:
        return "plain", value
    if isinstance(value, torch.Tensor):
        if value.layout is torch.strided and not (value.is_nested or value.is_quantized):
            return "tensor", value.detach().as_subclass(torch.Tensor)
        return "tensor", torch.empty(0, device="meta")  # one that is not filled either
    if isinstance(value, np.ndarray | np.generic):
        with suppress(TypeError):  # what torch has no numbers for is a list, or a name
            numbers = torch.from_numpy(np.array(value, value.dtype.newbyteorder("=")))
            return "numpy", numbers, isinstance(value, np.generic)
    if isinstance(value, nn.Module):
        return "module", kind.__name__, [p.detach() for p in value.parameters() if p.ndim < 2]
    with suppress(Exception):
        if len(value) < LONGEST:
            return "like", kind.__name__, list(map(packed, value))
    return "other", kind.__name__


def unpacked(form):
    """Return the value of a packed form, or one that a check takes for it. Raises anything."""
    kind, first, *rest = form
    if kind == "...":
        return ...
    if kind in ("plain", "tensor"):
        return first
    if kind == "numpy":
        return first.numpy()[()] if rest[0] else first.numpy()
    if kind == "calls":
        return played_back(iter(first))
    if kind == "module":
        return type(first, (nn.ParameterList,), {})(rest[0])
    if kind == "like":
        values = map(unpacked, rest[0])
        return LISTS[first](values) if first in LISTS else type(first, (UserList,), {})(values)
    return type(first, (), {})()


def watched(function, calls):
    """Return a function that calls a student's, and writes down in `calls` what that does."""

    def act(*arguments):
        calls.append(call := {})
        try:
            result = function(*arguments)
            call["result"] = packed(result.clone() if torch.is_tensor(result) else result)
            return result
        except (Exception, SystemExit) as error:
            from practical.further import stopped_in  # a class may have been given less

            line = stopped_in(function, error).removeprefix(" in `").removesuffix("`")
            call["error"] = type(error).__name__, str(error), line
            raise
        finally:
            call["arguments"] = list(map(packed, arguments))

    return act


def played_back(calls):
    """Return a function that does what was written down, call by call, errors too."""

    def act(arguments):
        call = next(calls, {})
        for ours, theirs in zip(arguments, map(unpacked, call.get("arguments", [])), strict=False):
            if isinstance(ours, torch.Tensor):
                ours.resize_(theirs.shape).copy_(theirs)
        if "error" in call:
            name, said, line = call["error"]
            # A check quotes the line in which a function stopped.
            linecache.cache["<answer>"] = len(line), None, [line], "<answer>"
            raise type(name, (Exception,), {})(said)
        if "result" not in call:
            said = "its function did not go through the whole check in its own kernel."
            raise NoVerdict(said)
        return unpacked(call["result"])

    names = {"act": act}
    exec(compile("def function(*arguments): return act(arguments)", "<answer>", "exec"), names)
    return names["function"]


def if_it_were(verdict, slug, names):
    """Return what the check would say if it had found this about an answer that needs `img`."""
    answer, theirs = Answer(names), checks.judge
    answer.read.add("img")
    try:
        checks.judge = lambda slug, answer: verdict
        said = judge_student(slug, answer)
        return ("", "") if said is None else (type(said).__name__, str(said))
    finally:
        checks.judge = theirs


def leave(slug, seed, file, names=None):
    """Write to `file` what a judge needs for an exercise's check; called in the student's kernel.

    Whether the answer is right is not asked here, but what the ledger would say to either; and the
    check is made for those that call the student's functions. In place of the kernel's names, and
    without a ledger, a test hands over its own.
    """
    ledgers = ("", ""), ("Mistake", "")
    if names is None:
        names = vars(sys.modules["__main__"])
        ledgers = [if_it_were(verdict, slug, names) for verdict in (None, Mistake(""))]
    calls = {name: [] for name in ledger.NAMES[slug] if callable(names.get(name))}
    if calls:
        theirs = {name: watched(names[name], calls[name]) for name in calls}
        judge(slug, Answer(names | theirs, seed))
    wanted = {*ledger.NAMES[slug]} | ALSO.get(slug, {"img"})
    wanted |= {name for name in names if isinstance(names[name], nn.Module)}
    forms = {name: packed(names[name]) for name in wanted & names.keys()}
    forms |= {name: ("calls", calls[name]) for name in calls if calls[name]}
    torch.save({"if right": ledgers[0], "if wrong": ledgers[1], "names": forms}, file)


def arrived(content):
    """Return what the ledger says if the answer is right, and if not, and the names."""
    left = torch.load(io.BytesIO(content), weights_only=True)
    words = [tuple(str(part)[:1000] for part in left[way]) for way in ("if right", "if wrong")]
    return *words, {name: unpacked(form) for name, form in left["names"].items()}
