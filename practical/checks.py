# @title The check: ✓ and the progress, or one line
import sys
from collections.abc import Mapping
from importlib import import_module

from IPython import get_ipython

from practical import ledger
from practical.one_line import Mistake, NotAttempted, OneLine
from practical.probes import Answer
from practical.states import listed, obstacle, picture_changed, replaced

VERSION = "2.0"  # of the whole practical; the metadata of the notebooks have it too


def check(slug=None, names=None, *others, **more):
    """Print ✓ and the progress if the exercise `slug` is solved. Raises one line if it is not.

    The student's names are judged in the state that the ledger knows them to be in. Of a mapping
    `names` only the values count: nothing is asked of the ledger, and nothing is kept.
    """
    known = isinstance(slug, str) and slug in ledger.NAMES and isinstance(names, Mapping | None)
    if not known or others or more:
        other = "If you meant a function of your own, give that another name."
        raise OneLine(f"`check` takes the name of an exercise: {', '.join(ledger.NAMES)}. {other}")
    try:
        if names is None:
            judge_student(slug, Answer(vars(sys.modules["__main__"])))
        else:
            judge(slug, Answer(names))
            print(f"✓ {slug}")
    except OneLine as said:
        cross = "✗ " if isinstance(said, Mistake) else ""
        verdict = type(said)(f"{cross}{slug}: {said}")
        verdict.of_check = slug
        raise verdict from None


# Raise Mistake if the answer is wrong, NotAttempted if there is none.
def judge(slug, answer):
    part = "nine" if slug in ledger.NINE else "further"
    try:
        getattr(import_module(f"practical.{part}"), slug.replace("-", "_"))(answer)
    except ModuleNotFoundError:
        raise NotAttempted("run the first code cell below *Going further* first.") from None
    except OneLine:
        raise
    except Exception as error:
        reason = str(error).partition("\n")[0]
        raise Mistake(f"this answer could not be checked: {reason}") from None


# Judge the student's answer as its state allows; give or take the exercise's tick.
def judge_student(slug, answer):
    kept, names, run = ledger.book(), answer.names, ledger.record_of(slug)
    if kept["displaced"]:
        print("A cell gave the name `check` to something else. Please give that another name.")
        kept["displaced"] = False
    if state := obstacle(slug, names, run):
        raise NotAttempted(state)
    elsewhere = [name for name, owner in ledger.owners(slug, names).items() if not owner]
    changed = "" if elsewhere else picture_changed(slug, run)
    try:
        judge(slug, answer)
        mistake = None
    except OneLine as said:
        mistake = said
    if changed and "img" in answer.read:
        kept["ticks"].discard(slug)
        raise Mistake(changed)
    if mistake is None:
        kept["ticks"].add(slug)
        part = ledger.NINE if slug in ledger.NINE else ledger.FURTHER
        board = "  ".join(f"{name} {'✓' if name in kept['ticks'] else '·'}" for name in part)
        print(f"✓ {slug}\n{len(kept['ticks'] & set(part))} of {len(part)} done:  {board}")
        return
    if isinstance(mistake, NotAttempted) or run is None:
        raise mistake
    if slug == "load" and elsewhere and slug in kept["ticks"]:
        raise NotAttempted("`img` is another picture now. Its cell brings it back.")
    reads_img = "img" in answer.read and slug != "load"
    if reads_img and run["picture after"] != ledger.picture_in(names):
        raise NotAttempted("`img` is another picture now than when its cell ran. Run that again.")
    if not elsewhere:
        kept["ticks"].discard(slug)
        raise Mistake(f"{mistake}{replaced(run, names)}")
    set_by = f"set by a cell without the line `# Exercise: {slug}`."
    raise Mistake(f"{mistake} {listed(elsewhere, 'was', 'were')} {set_by}{replaced(run, names)}")


if get_ipython():
    ledger.watch()
