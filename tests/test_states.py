"""A check knows in which state the student is: one kernel walks through many of them."""

import re

import pytest

from judging import GIVEN
from notebooks import CHECKED, SETUP, STUDENT, source
from practical.ledger import NAMES, NINE
from student_kernel import StudentKernel

KEPT = "vars(get_ipython())['convolution_101']"
FORGET = f"""
for kept in ("records", "ticks"):
    {KEPT}[kept].clear()
for name in {sorted({name for names in NAMES.values() for name in names})}:
    globals().pop(name, None)
"""
WRONG = {
    "grayscale": "# Exercise: grayscale\ngray = img.sum(dim=0)",
    "blur": source("blur").replace("1 / 25", "1 / 20"),
}
MERGED = {"blur": WRONG["blur"], "identity": source("identity")}
ODD_MAT = "mat = torch.tensor([[{}, {}, {}], [{}, {}, {}], [{}, {}, {}]])"
SHRUNK = "img = img[:, :300, :200]"
UNFILLED = "# Exercise: blur\nw = ...\no = F.conv2d(img[None], w)"


@pytest.fixture(scope="module")
def session():
    """Return a kernel in which the set-up has run."""
    kernel = StudentKernel()
    assert kernel.set_up().error == ""
    yield kernel
    kernel.stop()


@pytest.fixture
def student(session):
    """Return the kernel as it is after the set-up and `load`, whatever was run before."""
    session.run(FORGET)
    for cell_id in ("setup-imports", "load"):
        assert session.run(source(cell_id)).error == ""
    yield session
    assert session.value(f"len({KEPT}['running'])") == 0


def solve(student, *slugs):
    """Run the solutions of these exercises, each with what it is given."""
    for slug in slugs:
        for given in GIVEN.get(slug, []):
            student.run(source(given))
        assert student.run(source(slug)).error == "", slug


def ticks(student):
    """Return the exercises that have a tick."""
    return set(student.value(f"[*{KEPT}['ticks']]"))


def passes(student, slug):
    """Assert that the check says ✓ and the progress, and nothing else; return the progress."""
    shown = student.check(slug)
    assert shown.error == "", shown.lines
    first, board = shown.text.splitlines()
    assert first == f"✓ {slug}" and f"{slug} ✓" in board
    return board


def refuses(student, slug, *words):
    """Assert that the check says ✗ and these words in one line; return that."""
    shown = student.check(slug)
    assert (shown.error, shown.text) == ("Mistake", ""), shown
    assert shown.line.startswith(f"✗ {slug}: ")
    assert not [word for word in words if word not in shown.line], shown.line
    return shown.line


def waits(student, slug, *words, before=""):
    """Assert that the check says in one line, with these words, why it does not judge."""
    ticked = ticks(student)
    shown = student.check(slug)
    assert (shown.error, shown.text) == ("NotAttempted", before), shown
    assert shown.line.startswith(f"{slug}: ") and "✗" not in shown.line
    assert not [word for word in words if word not in shown.line], shown.line
    assert ticks(student) == ticked
    return shown.line


def test_a_kernel_started_anew_knows_nothing(session):  # the first test: nothing has run in it
    waits(session, "load", "not attempted", "has run")
    assert ticks(session) == set()


def test_the_set_up_prints_nothing(student):
    for cell in SETUP:
        assert student.run(cell.source) == ("", "", ())


@pytest.mark.parametrize("slug", CHECKED)
def test_from_not_run_over_blank_to_solved(student, slug):
    if slug == "load":
        student.run(FORGET)
    waits(student, slug, "not attempted", f"`# Exercise: {slug}` has run")
    student.run(source(slug, STUDENT))
    waits(student, slug, "not attempted", f"`{NAMES[slug][-1]}` ", "`...`")
    solve(student, slug)
    assert passes(student, slug).startswith("1 of ")


def test_what_was_typed_and_not_run_is_not_known(student):
    student.run(source("grayscale", STUDENT))
    line = waits(student, "grayscale", "`gray` was `...` when its cell last ran", "run the cell")
    assert "not attempted" in line


def test_an_error_after_it_was_right_is_told_and_costs_no_tick(student):
    solve(student, "blur")
    passes(student, "blur")
    student.run(source("blur") + "\nprint(wide)")
    waits(student, "blur", "its cell stopped with NameError: name 'wide' is not defined")
    assert "blur" in ticks(student)
    solve(student, "blur")
    passes(student, "blur")


@pytest.mark.parametrize("solved", [False, True], ids=["as the first run", "later"])
def test_a_syntax_error_is_told(student, solved):
    if solved:
        solve(student, "grayscale")
        passes(student, "grayscale")
    student.run("# Exercise: grayscale\ngray = img.mean(dim=0")
    waits(student, "grayscale", "its cell stopped with SyntaxError", "Repair that")


def test_two_exercises_in_one_cell_are_each_checked_where_they_stand(student):
    both = "\n".join(f"{source(slug)}\n{source(f'{slug}-check')}" for slug in ("blur", "identity"))
    shown = student.run(both)
    assert shown.error == "" and "✓ blur" in shown.text and "✓ identity" in shown.text


@pytest.mark.parametrize("magic", ["%%time", "%%capture", "%%capture caught\n\n%%time", "\n%%time"])
def test_a_magic_above_the_first_line_hides_nothing(student, magic):
    student.run(f"{magic}\n{source('grayscale')}\nprint(wide)")
    waits(student, "grayscale", "NameError: name 'wide' is not defined")
    student.run(f"{magic}\n{source('grayscale')}")
    passes(student, "grayscale")
    student.run(f"{magic}\n{WRONG['grayscale']}")
    refuses(student, "grayscale")


def test_all_checks_again_lose_no_tick_and_say_who_took_the_names(student):
    for slug in CHECKED:
        solve(student, slug)
        board = passes(student, slug)
    assert board.startswith("7 of 7 done") and "·" not in board
    kernels = ["kaiming", "blur", "identity", "edge"]
    taken = dict.fromkeys(kernels, ("`w`", "pooling", "`o`", "layers"))
    for slug in 2 * [*CHECKED, *reversed(CHECKED)]:
        if slug in taken:
            waits(student, slug, *taken[slug], f"Run the cell of {slug} again")
        else:
            passes(student, slug)
    assert ticks(student) == set(CHECKED)


def test_names_of_another_exercise_are_no_attempt(student):
    solve(student, "kaiming")
    waits(student, "blur", "not attempted", "`w` and `o` are what the cell of kaiming made")


@pytest.mark.parametrize(
    ("slug", "words"),
    [("kaiming", "`o` is what the cell of kaiming made"), ("blur", "but `o` is from before")],
)
def test_a_second_half_of_a_cell_that_has_not_run_is_not_judged(student, slug, words):
    solve(student, slug)
    first, second = source("blur").rsplit("\n", 1)
    student.run(first)
    waits(student, "blur", words)
    student.run(second)
    passes(student, "blur")


@pytest.mark.parametrize(
    "change", ["w = w {}", "w {0[0]}= 2", "w.data {0[0]}= 2", "w.numpy()[:] {0[0]}= 2"]
)
def test_a_cell_of_the_students_own_is_judged_and_costs_no_tick(student, change):
    solve(student, "blur")
    passes(student, "blur")
    student.run(change.format("* 2"))
    refuses(student, "blur", "200, 200, 200", "`w` was set by a cell without the line")
    assert "blur" in ticks(student)
    student.run(change.format("/ 2"))
    passes(student, "blur")


def test_a_picture_that_another_cell_has_spoilt_is_told_and_costs_no_tick(student):
    solve(student, "grayscale")
    passes(student, "grayscale")
    student.run("img = img / 255")
    solve(student, "grayscale")
    waits(student, "grayscale", "`img` goes from 0 to 1 now. Run the cell of load")


def test_a_replaced_name_costs_no_tick(student):
    line = "return F.conv2d(i[None], k[None, None])[0]"
    student.run(f"# Exercise: by-hand\ndef conv2d_by_hand(i, k):\n    {line}")
    passes(student, "by-hand")
    student.run("F = 3")
    refuses(student, "by-hand", "`F` is not what the set-up provides")
    assert "by-hand" in ticks(student)


@pytest.mark.parametrize("error", ["raise KeyboardInterrupt", "i[0] = ...", "return 3 + ..."])
def test_a_function_that_was_interrupted_or_has_a_blank_is_not_wrong(student, error):
    student.run(f"# Exercise: by-hand\ndef conv2d_by_hand(i, k):\n    {error}")
    waits(student, "by-hand", f"stops in `{error}` with ")


def test_a_wrong_answer_of_the_cell_itself_costs_the_tick(student):
    solve(student, "blur")
    passes(student, "blur")
    student.run(WRONG["blur"])
    assert "without the line" not in refuses(student, "blur", "125, 125, 125")
    assert "blur" not in ticks(student)


@pytest.mark.parametrize("change", ["w[:] = 0", "w.data.zero_()"])
def test_another_exercises_cell_that_changes_a_kernel_in_place_has_taken_it(student, change):
    solve(student, "blur")
    student.run(f"# Exercise: identity\n{change}")
    waits(student, "blur", "`w` is what the cell of identity made")


def test_a_cell_may_be_split_copied_and_moved(student):
    lines = source("blur").splitlines()
    for part in "\n".join(lines[:-1]), lines[-1]:
        student.run(part)
    passes(student, "blur")
    student.run(WRONG["blur"])
    refuses(student, "blur")
    solve(student, "identity")
    student.run(source("blur"))
    passes(student, "blur")


def test_parts_of_an_answer_may_each_have_the_first_line(student):
    text = source("pooling").splitlines()
    student.run("\n".join(text[:2]))
    waits(student, "pooling", "`w` and `res` are not there now")
    student.run("\n".join([text[0], *text[2:]]))
    passes(student, "pooling")


def test_a_kernel_of_any_numbers_is_seen_without_a_word(student):
    shown = student.run("# Exercise: blur\nw = o = torch.ones(3, 3, 5, 5, dtype=torch.complex64)")
    assert (shown.error, shown.text) == ("", "")
    refuses(student, "blur", "`w` is not filled with real numbers")


def test_what_looks_like_a_comment_inside_a_text_hides_nothing(student):
    solve(student, "separable")
    text = source("separable").replace("cost_2d =", 'print("#"); cost_2d =')
    assert student.run(text).error == "" and 'print("#")' in text
    passes(student, "separable")


def test_a_check_may_stand_in_its_exercises_cell(student):
    merged = "{}\ncheck('blur')"
    shown = student.run(merged.format(source("blur")))
    assert shown.text.startswith("✓ blur\n")
    shown = student.run(merged.format(WRONG["blur"]))
    assert shown.line.startswith("✗ blur: A flat picture of 100 comes out as (125, 125, 125)")
    refuses(student, "blur", "125, 125, 125")
    for _ in range(2):
        shown = student.run(merged.format(source("blur", STUDENT)))
        assert shown.line.startswith("blur: not attempted. `w` and `o` were `...`")


def test_without_its_first_line_the_values_are_judged(student):
    without = source("blur").partition("\n")[2]
    student.run(without)
    passes(student, "blur")
    student.run(without.replace("1 / 25", "1 / 20"))
    refuses(student, "blur", "125, 125, 125")
    student.run(source("blur", STUDENT).partition("\n")[2])
    waits(student, "blur", "not attempted", "`w` is `...`")


def test_load_again_changes_nothing(student):
    for slug in NINE:
        solve(student, slug)
        passes(student, slug)
    solve(student, "load")
    for slug in ("load", "shape", "grayscale", "pooling"):
        passes(student, slug)


def test_another_picture_is_told_until_the_cells_have_run_on_it(student):
    slugs = [slug for slug in CHECKED if slug != "load"]
    for slug in ["load", *slugs]:
        solve(student, slug)
        passes(student, slug)
    student.run(SHRUNK)
    waits(student, "load", "`img` is another picture now than when its cell ran")
    for slug in ("shape", "grayscale", "pooling", "sobel", "layers", "discover"):
        waits(student, slug, "`img` is another picture now", "Run that again")
    for slug in ("by-hand", "padding", "separable", "learn"):
        passes(student, slug)
    for slug in slugs:
        solve(student, slug)
        if slug == "layers":
            refuses(student, slug, "`shape` gives 252 for the rows")
            student.run(source(slug).replace("252, 252", "146, 96"))
        passes(student, slug)
    assert ticks(student) == set(CHECKED)


@pytest.mark.parametrize(
    "change", ["img = img / 255", "img /= 255", "img[:] = 0", "img = img.flip(0)"]
)
def test_a_cell_that_changes_the_picture_is_wrong(student, change):
    student.run(f"# Exercise: grayscale\n{change}\ngray = img.mean(dim=0)")
    refuses(student, "grayscale", "Its cell changes `img` itself", "run the cell of load")
    solve(student, "load", "grayscale")
    passes(student, "grayscale")


def test_a_first_blank_left_above_a_filled_one_is_named(student):
    assert student.run(UNFILLED).error == "TypeError"
    waits(student, "blur", "not attempted", "`w` was `...` when its cell stopped with TypeError")


def test_a_blank_of_an_earlier_run_is_not_blamed_for_an_error(student):
    student.run(source("blur", STUDENT))
    student.run("# Exercise: blur\nw = torch.zeros(3, 3, 5, 5)\no = F.conv2d(img[None], wide)")
    assert "`...`" not in waits(student, "blur", "NameError: name 'wide' is not defined")


def test_the_set_up_again_loses_nothing(student):
    student.run(source("grayscale", STUDENT))
    for slug in (None, "blur", "pooling"):
        student.set_up()
        if slug:
            solve(student, slug)
            passes(student, slug)
    student.set_up()
    assert ticks(student) == {"blur", "pooling"}
    waits(student, "grayscale", "`gray` was `...`")
    callbacks = "[c for e in get_ipython().events.callbacks.values() for c in e]"
    ours = f"[c.__name__ for c in {callbacks} if c.__module__ == 'practical.ledger']"
    assert student.value(ours) == ["before", "after"]


def test_reset_and_the_set_up_again_keep_the_ticks(student):
    solve(student, "grayscale")
    passes(student, "grayscale")
    student.run("%reset -f")
    waits(student, "load", "its cell ran, but `img` is not there")
    student.set_up()
    waits(student, "load", "its cell ran, but `img` is not there")
    solve(student, "load", "shape")
    assert "grayscale ✓" in passes(student, "shape")


@pytest.mark.parametrize(
    "pause", ["import time; time.sleep(20)", "import asyncio\nwhile True: await asyncio.sleep(0.1)"]
)
def test_an_interrupt_is_told(student, pause):
    solve(student, "blur")
    passes(student, "blur")
    shown = student.run(f"{source('blur')}\nprint('waiting')\n{pause}", interrupted=True)
    assert shown.error in ("KeyboardInterrupt", "CancelledError")
    waits(student, "blur", "its cell was interrupted", "Run it again")
    assert "blur" in ticks(student)


@pytest.mark.parametrize("star", ["numpy", "math", "torch"])
def test_star_imports_break_no_check(student, star):
    student.run(f"from {star} import *")
    try:
        for slug in NINE:
            solve(student, slug)
            passes(student, slug)
    finally:
        student.run("%reset -f")
        student.set_up()


@pytest.mark.parametrize(
    ("change", "slug", "name"),
    [
        ("F = 3", "blur", "F"),
        ("torch = None", "kaiming", "torch"),
        ("def jpg_to_torch(picture): return 3", "load", "jpg_to_torch"),
        ("from math import *\nImage = 3", "load", "Image"),
        ("del nn", "kaiming", "nn"),
    ],
)
def test_a_name_that_the_exercise_needs_is_named(student, change, slug, name):
    solve(student, "grayscale", slug)
    passes(student, slug)
    student.run(change)
    passes(student, slug)
    passes(student, "grayscale")
    student.run(source(slug))
    shown = student.check(slug)
    assert f"`{name}` is not what the set-up provides" in shown.line
    student.set_up()
    solve(student, slug)
    passes(student, slug)


def test_a_replaced_name_that_the_exercise_does_not_need_is_not_spoken_of(student):
    student.run("def show(): return 3\nplt = 3")
    student.run(WRONG["blur"])
    assert "set-up" not in refuses(student, "blur")
    student.run(source("blur") + "\nprint(wide)")
    assert "set-up" not in waits(student, "blur", "wide")


@pytest.mark.parametrize("img", ["None", "3", "...", "'data/mandril.jpg'", "torch.zeros(0)"])
def test_a_picture_that_is_none_is_told(student, img):
    solve(student, "grayscale")
    passes(student, "grayscale")
    student.run(f"img = {img}")
    waits(student, "grayscale", "`img` is no picture now", "Run the cell of load")
    student.run(source("pooling"))
    waits(student, "pooling", "`img`")


def test_check_is_put_back_and_says_so_once(student):
    solve(student, "blur")
    said = "A cell gave the name `check` to something else"
    for change in ("check = 3", "def check(image): return image"):
        student.run(change)
        shown = student.check("blur")
        assert shown.text.startswith(said) and "\n✓ blur\n" in shown.text
        passes(student, "blur")


@pytest.mark.parametrize(
    "call", ["", "img", "'blurr'", "'kernel'", "['blur']", "1, 2, 3", "'blur', 3", "'blur', x=1"]
)
def test_check_with_anything_but_an_exercise_answers_in_a_sentence(student, call):
    shown = student.run(f"check({call})")
    assert shown.line.startswith("`check` takes the name of an exercise: load, shape, ")


WHOLE = source("edge").replace(".0", "")
TORCH_SAYS = [
    ("edge", WHOLE, "Two types of tensors met"),
    ("edge", source("edge").replace("])\n", "], dtype=torch.float64)\n"), "Two types of tensors"),
    (
        "edge",
        source("edge").replace("mat[None, None]", "mat"),
        "takes (N, C, H, W) first, then (C_out, C_in, k, k)",
    ),
    (
        "edge",
        source("edge").replace("mat[None, None]", "mat[None]"),
        "takes (N, C, H, W) first, then (C_out, C_in, k, k)",
    ),
    (
        "blur",
        source("blur").replace("img[None], w", "w, img[None]"),
        "Which is first",
    ),
    ("blur", source("blur").replace("img[None], w", "img[0], w"), "a picture of (512, 512)"),
    ("blur", source("blur").replace("1 / 25", "... / 25"), "A `...` is left"),
    (
        "edge",
        source("edge").replace("batch, w", "img[None], w"),
        "C_in of the one and C of the other have to be equal",
    ),
    ("edge", source("edge").replace("torch.tensor", "np.array"), "got (Tensor, numpy.ndarray)"),
    ("learn", source("learn").replace(", requires_grad=True", ""), "requires_grad=True"),
]


@pytest.mark.parametrize(("slug", "text", "words"), TORCH_SAYS)
def test_what_torch_says_is_told_in_plain_words(student, slug, text, words):
    solve(student, "identity", slug)
    passes(student, slug)
    assert text != source(slug) and student.run(text).error
    line = waits(student, slug, "its cell stopped with", words, "Repair that")
    assert not re.search("MKLDNN|scalar type|grad_fn|ellipsis", line)


@pytest.mark.parametrize("event", ["pre_run_cell", "post_run_cell"])
@pytest.mark.parametrize("value", ["None", "SimpleNamespace()", "SimpleNamespace(info=None)"])
def test_callbacks_bear_anything(student, event, value):
    solve(student, "blur")
    odd = f"from types import SimpleNamespace; get_ipython().events.trigger('{event}', {value})"
    assert student.run(odd) == ("", "", ())
    passes(student, "blur")
    assert student.run(f"{source('blur')}\n{odd}") == ("", "", ())
    passes(student, "blur")


def test_a_huge_cell_is_a_cell_like_others(student):
    # IPython itself takes seconds for ten megabytes: here only what is called around a cell runs.
    huge = f"{source('grayscale', STUDENT)!r} + '\\n' * 1_000 + '#' + 'x' * 10_000_000"
    student.run("from types import SimpleNamespace as Made; from practical import ledger")
    student.run(f"result = Made(info=Made(raw_cell={huge}))")
    student.run("result.error_before_exec = result.error_in_exec = None")
    text = "ledger.before(result.info)\ngray = ...\nledger.after(result)"
    assert student.run(text) == ("", "", ())
    waits(student, "grayscale", "`gray` was `...` when its cell last ran")


@pytest.mark.parametrize("first", ["# Exercise: blurr", "#Exercise blur", "# An Exercise: blur"])
def test_another_first_line_is_no_exercises(student, first):
    student.run(f"{first}\nw = 3")
    waits(student, "blur", "Since the set-up no cell with the line `# Exercise: blur` has run")


@pytest.mark.parametrize("before", [">>> ", "  ", "\r\n", "\n\n", "import math\n", "# Mine:\n"])
def test_the_first_line_may_be_indented_or_pasted(student, before):
    student.run(f"{before}{source('grayscale', STUDENT)}")
    waits(student, "grayscale", "`gray` was `...`")


def test_the_first_line_may_be_in_lower_case_or_below_others(student):
    student.run(source("blur", STUDENT))
    student.run("import math\n" + WRONG["blur"].replace("# Exercise: blur", "#exercise:Blur"))
    assert "without the line" not in refuses(student, "blur", "125, 125, 125")


@pytest.mark.parametrize("line", ["picture = Image.open('mandril.jpg')", "picture = imgs", "3 ="])
def test_an_error_of_load_itself_is_told_as_it_is(student, line):
    student.run(FORGET)
    student.run(f"# Exercise: load\n{line}\nimg = jpg_to_torch(picture)")
    assert "`img`" not in waits(student, "load", "its cell stopped with", ": ", "Repair that")


@pytest.mark.parametrize(
    "text", ["img = jpg_to_torch(picture) / 255", "img = jpg_to_torch(picture)[0]"]
)
def test_a_wrong_picture_of_another_cell_is_wrong_if_load_has_no_tick(student, text):
    student.run(FORGET)
    student.run("# Exercise: load\npicture = Image.open('data/mandril.jpg')")
    student.run(text)
    refuses(student, "load", "`img` was set by a cell without the line")


@pytest.mark.parametrize("text", ["img = img[None]\no = img", "img = img.mean(dim=0)\ngray = img"])
def test_a_cell_that_makes_no_picture_of_the_picture_is_wrong(student, text):
    for _ in range(2):
        solve(student, "load")
        student.run(f"# Exercise: grayscale\ngray = img.mean(dim=0)\n{text}")
        refuses(student, "grayscale", "Its cell changes `img` itself")
    solve(student, "load")
    student.run(f"# Exercise: grayscale\n{text}\nprint(wide)")
    waits(student, "grayscale", "wide", "Its cell changes `img` itself")
    solve(student, "load", "grayscale")
    passes(student, "grayscale")


def test_an_answer_under_other_names_is_told(student):
    solve(student, "kaiming")
    student.run(source("blur").replace("w", "kernel").replace("o = ", "out = "))
    waits(student, "blur", "`w` and `o` are what the cell of kaiming made", "did not make that")
    student.run("# Exercise: shape\nc, h, width = img.shape")
    waits(student, "shape", "its cell ran, but `channels` and `height` are not there")


@pytest.mark.parametrize("first", [source("grayscale"), source("grayscale", STUDENT)])
def test_an_answer_under_another_name_is_not_judged_by_the_old_one(student, first):
    student.run(first)
    student.run("# Exercise: grayscale\ngrey = img.sum(dim=0)")
    waits(student, "grayscale", "its cell ran, but `gray` is from before: it has to set each")
    solve(student, "grayscale")
    passes(student, "grayscale")


def test_names_that_were_deleted_are_told(student):
    solve(student, "blur")
    passes(student, "blur")
    student.run("del w")
    waits(student, "blur", "its cell ran, but `w` is not there")


def test_a_blank_in_a_comment_is_none(student):
    student.run(source("blur", STUDENT))
    text = source("blur").replace("o = F", "# w = ...\n# o = ...\no = F").replace("[None]", "[0]")
    student.run(text)
    assert "`...`" not in waits(student, "blur", "RuntimeError", "(512, 512)")


def test_an_error_beside_a_blank_is_told_too(student):
    student.run("# Exercise: blur\no = ...\nw = torch.zeros(3)\nw[7] = 1")
    waits(
        student, "blur", "not attempted", "`o` was `...` when its cell stopped with IndexError: ind"
    )


@pytest.mark.parametrize(
    ("cell", "slug"),
    [
        ("# Exercise: shape\nchannels, h, w = img.shape", "shape"),
        ("# Exercise: sobel\nw = torch.ones(1, 1, 3, 3)", "sobel"),
        ("# Exercise: kernel\nw = w / w.max()", "kernel"),
    ],
)
def test_names_that_another_exercises_cell_uses_on_the_way_are_taken_too(student, cell, slug):
    solve(student, "blur")
    passes(student, "blur")
    student.run(cell)
    waits(student, "blur", f"`w` is what the cell of {slug} made")
    waits(student, "identity", "not attempted", f"`w` is what the cell of {slug} made")


def test_the_same_whole_number_again_is_the_cells_own(student):
    solve(student, "padding")
    passes(student, "padding")
    student.run("padding = 1")
    student.run(source("padding").replace("padding = 2", "padding = 1"))
    assert "without the line" not in refuses(student, "padding", "With a padding of 1")
    assert "padding" not in ticks(student)


def test_what_was_made_in_the_import_cell_is_not_the_set_ups(student):
    student.run(source("setup-imports") + "\nw = 3\nF.mine = 4")
    student.run("w = 4\nF = 3")
    student.run(source("blur"))
    line = waits(student, "blur", "`F` is not what the set-up provides")
    assert "`w`" not in line


def test_another_folder_is_no_mistake(student):
    folder = student.value("get_ipython().run_line_magic('pwd', '')")
    student.run("%cd /")
    try:
        passes(student, "load")
    finally:
        student.run(f"%cd {folder}")


def test_the_check_of_another_exercise_does_not_hide_that_a_cell_stopped(student):
    solve(student, "blur")
    student.run(WRONG["grayscale"])
    student.run(source("blur").replace("w = torch", "check('grayscale')\nw = torch"))
    shown = student.check("blur")
    assert shown.line.startswith("blur: its cell stopped with Mistake: ✗ grayscale: `gray` is")


def test_what_stands_below_a_check_that_was_not_passed_did_not_run(student):
    first, second = (f"{text}\ncheck('{slug}')\n" for slug, text in MERGED.items())
    assert student.run(first + second).error == "Mistake"
    line = student.check("identity").line
    assert line.startswith("identity: its cell stopped with Mistake: ✗ blur: A flat picture")
    refuses(student, "blur", "125, 125, 125")


def test_two_exercises_of_one_cell_that_make_the_same_names_are_told_apart(student):
    student.run("\n".join(MERGED.values()))
    waits(student, "blur", "One cell has the lines of identity and blur")
    passes(student, "identity")


def test_a_first_line_that_stands_twice_is_one(student):
    solve(student, "blur")
    passes(student, "blur")
    student.run("# Exercise: blur\n" + WRONG["blur"])
    assert "without the line" not in refuses(student, "blur", "125, 125, 125")
    assert ticks(student) == set()


def test_load_in_the_same_cell_may_make_another_picture(student):
    rest = source("grayscale")
    student.run(source("load") + "\nimg = img / 255\n" + rest)
    student.run(source("load") + "\n" + rest)
    passes(student, "grayscale")


@pytest.mark.parametrize(
    ("slug", "text", "reads"),
    [
        ("shape", "channels, height, width = face.shape", "print([channels, height, width])"),
        ("padding", "padding = 2", "print(dict(padding=3), [padding for _ in range(2)])"),
        ("by-hand", source("by-hand"), "def of(a):\n    conv2d_by_hand = 3\nconv2d_by_hand"),
    ],
)
def test_a_name_that_another_exercises_cell_only_reads_is_not_taken(student, slug, text, reads):
    solve(student, slug)
    student.run(text.replace("# Exercise", "#"))
    passes(student, slug)
    student.run(f"# Exercise: sobel\n{reads}")
    passes(student, slug)


def test_a_name_of_ones_own_is_none_of_the_set_ups_because_a_module_is_called_so(student):
    student.run("mandrill = pictures = numpy = 3")
    student.run(source("setup-imports"))
    student.run(source("load") + "\nmandrill = pictures = numpy = 4\nimg = img / 255")
    assert "set-up" not in refuses(student, "load", "255")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gray = (1 2)", "comma? Repair that"),
        ("img.mean(dim='c')", "`mean` got (dim=str)."),
        ("F.conv2d(img[None], torch.ones(3, 3, 5, 5), groups=3)", "groups=3"),
        ("img = img / 255\nimg.foo", "'foo'. Its cell changes `img` itself."),
        ("one = torch.ones(1, requires_grad=True).exp()\none.backward()\none.backward()", "once;"),
        ("torch.ones(2, requires_grad=True).exp().backward()", "A loss is one number"),
    ],
)
def test_what_an_error_says_is_a_sentence(student, line, told):
    student.run(f"# Exercise: grayscale\n{line}")
    assert "have to be equal" not in waits(student, "grayscale", told)


def test_of_an_answer_in_parts_one_can_be_repaired_alone(student):
    solve(student, "load")
    student.run("# Exercise: pooling\npooled = F.avg_pool2d(img[None], 2)")
    part = "# Exercise: pooling\nw = torch.eye(3)[:, :, None, None].repeat(1, 1, 2, 2) / {}"
    part += "\nres = F.conv2d(img[None], w, stride=2)"
    student.run(part.format(25))
    refuses(student, "pooling", "(16, 16, 16)")
    student.run(part.format(4))
    passes(student, "pooling")
    student.run("# Exercise: padding\n" + source("padding").rpartition("padding =")[0])
    for padding, told in (1, refuses), (2, passes):
        student.run(f"# Exercise: padding\npadding = {padding}")
        told(student, "padding")


def test_numbers_that_numpy_changes_in_a_cell_of_ones_own_cost_no_tick(student):
    solve(student, "load", "blur")
    passes(student, "blur")
    student.run("a = o[0].permute(1, 2, 0).numpy(); a /= 255")
    refuses(student, "blur", "divided by 255", "`o` was set by a cell without the line")
    assert "blur" in ticks(student)


@pytest.mark.parametrize("text", ["gray == img.mean(0)", "def grey(img):\n    gray = img.mean(0)"])
def test_a_name_that_a_cell_only_reads_is_from_before(student, text):
    solve(student, "load")
    student.run("# Exercise: grayscale\ngray = img.sum(dim=0)")
    refuses(student, "grayscale", "the sum of the channels")
    student.run(f"# Exercise: grayscale\n{text}")
    waits(student, "grayscale", "`gray` is from before")


@pytest.mark.parametrize(
    "stops", ["gray = torch.zeros(height, width", "nowhere\nheight = width = 3"]
)
def test_a_cell_that_did_not_get_to_a_name_has_not_taken_it(student, stops):
    solve(student, "load")
    student.run(source("shape").partition("\n")[2])
    passes(student, "shape")
    student.run(f"# Exercise: grayscale\n{stops}")
    passes(student, "shape")
