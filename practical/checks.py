# @title The check: ✓ and the progress, or one line
import sys
import warnings
from contextlib import suppress
from importlib import import_module

import torch

from practical.ledger import FURTHER, NAMES, NINE, book, get_ipython, owners, picture_in, record_of
from practical.one_line import Mistake, NotAttempted, OneLine
from practical.pictures import show_row
from practical.probes import Answer
from practical.states import listed, obstacle, picture_changed, replaced

VERSION = "2.0"  # of the whole practical; the metadata of the notebooks have it too


def check(slug=None, names=None, *others, **more):
    """Print ✓ and the progress, or raise one line. Of a mapping `names` only the values count."""
    known = str(slug) in NAMES and (names is None or hasattr(names, "get"))
    if not known or others or more:
        other = "If you meant a function of your own, give that another name."
        raise OneLine(f"`check` takes the name of an exercise: {', '.join(NAMES)}. {other}")
    answer = Answer(vars(sys.modules["__main__"]) if names is None else names)
    said = judge_student(slug, answer) if names is None else judge(slug, answer)
    if said is None:
        kept, part = book()["ticks"], NINE if slug in NINE else FURTHER
        board = "  ".join(f"{name} {'✓' if name in kept else '·'}" for name in part)
        done = f"\n{len(kept & set(part))} of {len(part)} done:  {board}"
        return print(f"✓ {slug}{done if names is None else ''}")
    cross = "✗ " if isinstance(said, Mistake) else ""
    verdict = type(said)(f"{cross}{slug}: {said}")
    verdict.of_check = slug  # so that the ledger takes it for no error of a cell's own
    if cross and answer.figure and get_ipython():
        with suppress(Exception):  # not all shapes are a picture's, nor can all settings draw it
            panels = {t: p.squeeze() if p.ndim > 2 else p for t, p in answer.figure.items()}
            show_row(panels, str(said), side=2)
    raise verdict


# Return Mistake if the answer is wrong, NotAttempted if there is none, None if it is right.
def judge(slug, answer):
    part, dtype = "nine" if slug in NINE else "further", torch.get_default_dtype()
    torch.set_default_dtype(torch.float32)  # the student may have set another, or a GPU
    try:
        with torch.device("cpu"), torch.enable_grad(), warnings.catch_warnings(action="ignore"):
            getattr(import_module(f"practical.{part}"), slug.replace("-", "_"))(answer)
    except ModuleNotFoundError:
        return NotAttempted("run the first code cell below *Going further* first.")
    except OneLine as said:
        return said
    except Exception as error:
        return Mistake("this answer could not be checked: " + str(error).partition("\n")[0][:200])
    finally:
        torch.set_default_dtype(dtype)


# Judge the student's answer as its state allows; give or take the exercise's tick.
def judge_student(slug, answer):
    kept, names, run = book(), answer.names, record_of(slug)
    if kept.pop("displaced", False):
        print("A cell gave the name `check` to something else. Please give that another name.")
    if state := obstacle(slug, names, run):
        return NotAttempted(state)
    elsewhere = [name for name, owner in owners(slug, names).items() if not owner]
    mistake, reads_img = judge(slug, answer), "img" in answer.read
    if reads_img and not elsewhere and (changed := picture_changed(run)):
        mistake, answer.figure = Mistake(changed), {}
    elif mistake is None:
        return kept["ticks"].add(slug)
    elif isinstance(mistake, NotAttempted) or run is None:
        return mistake
    # Only where load had made the mandrill is another picture one that took its place.
    elif reads_img and run["picture"] != picture_in(names) and slug not in {"load"} - kept["ticks"]:
        return NotAttempted("`img` is another picture now than when its cell ran. Run that again.")
    by = f"set by a cell without the line `# Exercise: {slug}`."
    why = (f" {listed(elsewhere, 'was', 'were')} {by}" if elsewhere else "") + replaced(run, names)
    kept["ticks"] -= set() if why else {slug}
    return Mistake(f"{mistake}{why}")
