# @title The ledger: which exercise's cell ran, how it ended, and what its names were then
# A cell belongs to an exercise by its line `# Exercise: blur`. IPython calls `before` and
# `after` around every cell. What they keep is plain data on the shell, which outlives another run
# of the set-up. It keeps no tensor alive, and nothing that fails in here reaches a student.
import dis
import re
import sys
import weakref
import zlib
from contextlib import suppress

from IPython import get_ipython

# What the cell of each exercise has to make.
NINE = {"load": "img", "shape": "channels height width", "grayscale": "gray", "kaiming": "w o"}
NINE |= {"blur": "w o", "identity": "w o", "edge": "mat w o", "pooling": "pooled w res"}
FURTHER = {"by-hand": "conv2d_by_hand", "padding": "output_size padding"}
FURTHER |= {"sobel": "sobel_x sobel_y magnitude"}
FURTHER |= {"separable": "row_kernel column_kernel cost_2d cost_1d"}
FURTHER |= {"layers": "w1 w2 o shape field", "learn": "learned losses"}
FURTHER |= {"discover": "patches kernels features"}
NAMES = {slug: names.split() for slug, names in (NINE | FURTHER).items()}
EXERCISE_LINE = re.compile(r"^[ \t>]*#[ \t]*Exercise:[ \t]*([\w-]+)", re.MULTILINE | re.IGNORECASE)


# What is kept, on the shell: `records` and `ticks` by exercise, the `running` cells, and more.
def book():
    empty = {"records": {}, "ticks": set(), "running": {}, "given": {}}
    return vars(get_ipython() or sys).setdefault("convolution_101", empty)


# A mark tells this very object, as it is now, from every other. It keeps no tensor alive.
def mark(value):
    kept = weakref.ref(value) if type(value).__weakrefoffset__ else lambda: value
    with suppress(Exception):  # `.data` and NumPy change a tensor, but not its version
        some = value.detach() if value.numel() < 1000 else value.detach().diagonal(0, -2, -1)
        return kept, (value._version, hash(some.cpu().numpy().tobytes()))
    return kept, None


def marked(value, old):
    return old is not None and old[0]() is value and old[1] == mark(value)[1]


def marks(names):
    return {n: mark(names[n]) for made in NAMES.values() for n in made if n in names}


# Return what is the same for the same picture `img`, None if that is no picture.
def picture_in(names):
    with suppress(Exception):
        channels, *size = names["img"].shape
        if channels == 3 and len(size) == 2:
            return size, zlib.crc32(names["img"].detach().cpu().float().contiguous().numpy())


# Before a cell: which exercises it belongs to, and what their names are.
def before(info=None):
    with suppress(Exception):
        text, shell = info.raw_cell, get_ipython()
        lines = dict.fromkeys(EXERCISE_LINE.findall(text.lower()))
        slugs = [slug for slug in lines if slug in {*NAMES, "kernel"}]
        run = book()["running"][id(info)] = {"slugs": slugs, "number": shell.execution_count}
        run |= {"last error": getattr(sys, "last_value", None), "code": re.sub(r"#.*", "", text)}
        run |= {"words": set(re.findall(r"\w+", run["code"])), "stored": set()}
        run |= {"before": marks(shell.user_ns), "picture before": picture_in(shell.user_ns)}
        with suppress(SyntaxError):  # what IPython alone understands is left out
            code = compile(re.sub(r"(?m)^\s*[%!?].*|^.*\?\s*$", "", text), "", "exec")
            run["stored"] = {i.argval for i in dis.get_instructions(code) if "STORE" in i.opname}


# After a cell: how it ended. If it gave the name `check` to something else, `check` is put back.
def after(result=None):
    with suppress(Exception):
        kept, names = book(), get_ipython().user_ns
        run, last = kept["running"].pop(id(result.info)), getattr(sys, "last_value", None)
        hidden = last if last is not run.pop("last error") else None  # by %%time and %%capture
        error = result.error_before_exec or result.error_in_exec or hidden
        slugs, failed = run["slugs"], getattr(error, "of_check", None)
        done = slugs.index(failed) + 1 if failed in slugs else 0  # a check stopped those after it
        note(run | {"slugs": slugs[done:]}, error)
        note(run | {"slugs": slugs[:done]})
        if "from practical.checks import" in result.info.raw_cell:
            new = re.findall(r"(?m)^(?:from .* )?import (?:.* as )?(.*)", result.info.raw_cell)
            kept["given"] |= {n: names[n] for n in re.findall(r"\w+", " ".join(new)) if n in names}
    with suppress(Exception):
        if names.get("check") is not (ours := kept["given"]["check"]):
            kept["displaced"], names["check"] = "check" in names, ours  # %reset takes it too


# The record of each exercise of a cell, which ended with `error` or still goes on. Of what a later
# exercise of the same cell makes too, that is the maker.
def note(run, error=None):
    names, records, later = get_ipython().user_ns, book()["records"], set()
    for slug in reversed(run["slugs"]):
        last = records.get(slug, {"made": {}, "parts": []})
        now, made = marks(names), dict(last["made"])
        for name in now:
            same = marked(names[name], run["before"].get(name))
            # A whole number may be the same object as before and still be made by this cell.
            if not same or (name in run["stored"] and not error and now[name][1] is None):
                made[name] = None if name in later else now[name]
        new = {n for n in NAMES.get(slug, []) if n in now and made.get(n) is now[n]}
        # Parts of an answer, in cells of their own, are one answer.
        parts = [part for part in last["parts"] if new and new.isdisjoint(part)] + [new]
        old = [n for n in now if n not in run["stored"].union(*parts) and made.get(n) is not now[n]]
        records[slug] = run | {"after": now, "made": made, "parts": parts, "old": old, "said": ""}
        records[slug] |= {"picture": picture_in(names), "error": error and type(error).__name__}
        records[slug]["blanks"] = [n for n in NAMES.get(slug, []) if names.get(n, 0) is ...]
        later |= set(NAMES.get(slug, []))
        # Of a SyntaxError its msg, without the place. What cannot be put into words says nothing.
        records[slug]["said"] = str(getattr(error, "msg", error)).partition("\n")[0][:200]


# Return what is kept of the exercise's last run, or of the one that goes on; else None.
def record_of(slug):
    for run in book()["running"].values():
        if run["number"] == get_ipython().execution_count:
            slugs = run["slugs"][: run["slugs"].index(slug) + 1 if slug in run["slugs"] else None]
            note(run | {"slugs": slugs})
    return book()["records"].get(slug)


# Return which exercise's cell made each name of `slug` that exists, None if no exercise's.
def owners(slug, names):
    records, owner = book()["records"], dict.fromkeys(n for n in NAMES[slug] if n in names)
    for name in owner:
        who = [s for s in records if marked(names[name], records[s]["made"].get(name))]
        owner[name] = max(who, key=lambda s: (s == slug, records[s]["number"]), default=None)
    return owner


if get_ipython():  # calls both around every cell, in place of those of old
    for event, callback in ("pre_run_cell", before), ("post_run_cell", after):
        called = get_ipython().events.callbacks[event]
        called[:] = [old for old in called if old.__module__ != __name__] + [callback]
