# @title The state of an exercise: what has to be said before a verdict, or in its place
import re

from practical.ledger import NAMES, book, marked, owners, picture_in

# What torch means where it does not speak to beginners; \1, \2 … are groups of the pattern.
PLAIN = {
    "(?<!single )ellipsis": "A `...` is left in what it computed with.",
    "scalar type|(weight|bias) type|mixed dtype": "Two types of tensors met; `.dtype` and "
    "`.device` tell which. 1 is Long, NumPy's 1.0 is Double.",
    r"Kernel size: \((.+?)\)\. K": r"The kernel (\1) is larger than the picture. Which is first?",
    "three dimens|list of [13] val": "F.conv2d takes (N, C, H, W) first, then (C_out, C_in, k, k).",
    r"conv2d.*size: \[(.+?)\]": r"F.conv2d got a picture of (\1); it takes (N, C, H, W).",
    r"groups=1, weight of size \[(.+?)\], expected input\[(.+?)\] to": r"The kernel is (\1), the "
    r"picture, as a batch, (\2): C_in of the one and C of the other have to be equal.",
    r"(\w+)\(\) received an invalid .* got \((.+?)[, ]*\)": r"`\1` got (\2). Does it take these?",
    "second time|scalar out": "A loss is one number and goes backward once; each step has its own.",
    "not require grad": "torch knows of no tensor with requires_grad=True behind the loss.",
}


# Return names with their verb, as one reads them: `pooled`, `w` and `res` are.
def listed(names, one, several):
    *first, last = [f"`{name}`" for name in names]
    return f"{', '.join(first)} and {last} {several}" if first else f"{last} {one}"


# Return a sentence if a name that the cell uses is not the set-up's any more, "" if none.
def replaced(run, names):
    other = [n for n, g in book()["given"].items() if n in run["words"] and names.get(n) is not g]
    again = "not what the set-up provides. Run the cells of the set-up again."
    return f" {listed(other, 'is', 'are')} {again}" if other else ""


# Return what to say if the exercise's cell itself changed `img`, "" if it did not.
def picture_changed(run):
    kept = run is None or run["picture before"] in (None, run["picture"])
    again = "Take that out, run the cell of load, then its cell again."
    return "" if kept or "load" in run["slugs"] else f"Its cell changes `img` itself. {again}"


# Return what to say of an exercise's cell that stopped with an error.
def stopped(slug, names, run):
    error, said = run["error"], run["said"]
    if error in ("KeyboardInterrupt", "CancelledError"):
        return "its cell was interrupted before its end. Run it again."
    lost = slug != "load" and "img" in run["words"] and picture_in(names) is None
    means = (f". {m.expand(w)}" for p, w in PLAIN.items() if not lost and (m := re.search(p, said)))
    plain = next(means, f": {said}".rstrip(": .") + "." * (said[-1:] not in ("?", "!")))
    rest = "`img` is no picture: run the cell of load first. " if lost else ""
    rest = (slug != "load" and picture_changed(run)) or rest + "Repair that and run the cell again."
    return f"its cell stopped with {error}{plain}{replaced(run, names)} {rest}"


# Return what stands between the exercise's names and a verdict, "" if nothing does.
# `run` is the last run of the exercise's cell, None if there was none.
def obstacle(slug, names, run):
    records, owner = book()["records"], owners(slug, names)
    taken = {m: [n for n in owner if owner[n] == m] for m in owner.values() if m and m != slug}
    whose = [f"{listed(taken[s], 'is', 'are')} what the cell of {s} made" for s in taken]
    missing = [name for name in NAMES[slug] if name not in names]
    if run is None:
        first = f"Since the set-up no cell with the line `# Exercise: {slug}` has run"
        return f"not attempted. {', and '.join([first, *whose])}." if taken or missing else ""
    blanks = [n for n in run["blanks"] if owner.get(n) in taken or names.get(n) is ...]
    when = "its cell last ran. Fill in what is left, then run the cell."
    if run["error"] and all(owner[n] or marked(names[n], run["after"].get(n)) for n in owner):
        # A `...` may be left from a run before: only those in the text of this one count.
        blanks = [n for n in blanks if re.search(rf"\b{n}\b[^=\n]*=\s*\.\.\.", run["code"])]
        when = stopped(slug, names, run)
        if not blanks or "`img` is no picture" in when:
            return when
    if old := [n for n in run["old"] if owner.get(n) == slug and not run["error"]]:
        return f"its cell ran, but {listed(old, 'is', 'are')} from before: it has to set each."
    if blanks:
        since = f" Since then, {' and '.join(whose)}." if whose else ""
        return f"not attempted. {listed(blanks, 'was', 'were')} `...` when {when}{since}"
    if missing:
        return f"its cell ran, but {listed(missing, 'is', 'are')} not there now."
    again = f"Run the cell of {slug} again, then this check."
    if any(records[maker]["number"] < run["number"] for maker in taken):
        again = f"The cell of {slug} ran, but did not make that itself."
    if both := [maker for maker in taken if records[maker]["number"] == run["number"]]:
        again = f"One cell has the lines of {both[0]} and {slug}: give each a cell of its own."
    return f"{' and '.join(whose)}. {again}" if taken else ""
