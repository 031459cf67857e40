"""The checks where there is no ordinary answer: blanks, no picture, odd values, errors."""

import itertools
import linecache
import re
import sys

import pytest
import torch

from judging import hint_to, judged, solved, student
from notebooks import CHECKED, ROOT, STUDENT, run, source
from practical.ledger import FURTHER, NAMES, NINE
from practical.one_line import Mistake, NotAttempted

SLUG_AND_NAME = [(slug, name) for slug in CHECKED for name in NAMES[slug]]
NEED_THE_PICTURE = ["shape", "grayscale", "kaiming", "blur", "identity", "edge", "pooling", "sobel"]
NEED_THE_PICTURE += ["layers", "discover"]


@pytest.mark.parametrize("slug", CHECKED)
def test_an_untouched_cell_is_not_attempted(slug):
    untouched = student(slug, source(slug, STUDENT))
    hint_to(slug, untouched, NotAttempted, f"{slug}: not attempted. `{NAMES[slug][0]}`")


@pytest.mark.parametrize("missing", [False, True], ids=["blank", "missing"])
@pytest.mark.parametrize(("slug", "name"), SLUG_AND_NAME)
def test_one_blank_or_missing_name_of_several_is_not_attempted_and_named(slug, name, missing):
    names = solved(slug) | {name: ...}
    if missing:
        del names[name]
    start = f"There is no `{name}`: " if missing else f"`{name}` is `...`: "
    hint_to(slug, names, NotAttempted, f"{slug}: not attempted. {start}")


NO_PICTURE = {
    "blank": ...,
    "a path": "data/mandril.jpg",
    "a number": torch.ones(()),
    "a colour": torch.ones(3),
    "a channel": torch.ones(9, 9),
    "a batch": torch.ones(1, 3, 9, 9),
}


@pytest.mark.parametrize("img", NO_PICTURE)
@pytest.mark.parametrize("slug", NEED_THE_PICTURE)
def test_without_a_picture_img_is_named_and_nothing_counts_as_a_mistake(slug, img):
    names = solved(slug) | {"img": NO_PICTURE[img]}
    message = hint_to(slug, names, NotAttempted, f"{slug}: `img` is no picture")
    assert "load" in message


@pytest.mark.parametrize("slug", FURTHER)
def test_a_check_whose_module_has_not_run_says_which_cell_to_run(slug, monkeypatch):
    monkeypatch.setitem(sys.modules, "practical.further", None)
    run_it = f"{slug}: run the first code cell below *Going further*"
    hint_to(slug, solved(slug), NotAttempted, run_it)


class Fragile(torch.Tensor):
    """A tensor with which no function of torch works."""

    @classmethod
    def __torch_function__(cls, *call):
        raise RuntimeError("This tensor\nbreaks.")


class Untouchable:
    """A thing that cannot even be asked for its class."""

    def __getattribute__(self, name):
        raise RuntimeError("Do not\ntouch.")


ODD = {
    "sparse": lambda tensor: tensor.to_sparse(),
    "on the meta device": lambda tensor: tensor.to("meta"),
    "complex": lambda tensor: tensor.to(torch.complex64),
    "boolean": lambda tensor: tensor.bool(),
    "nested": lambda tensor: torch.nested.as_nested_tensor([tensor]),
    "quantised": lambda tensor: torch.quantize_per_tensor(tensor.float(), 1.0, 0, torch.qint32),
    "empty": lambda tensor: tensor.new_empty(0),
    "a fragile subclass": lambda tensor: tensor.as_subclass(Fragile),
    "untouchable": lambda tensor: Untouchable(),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(("slug", "name"), SLUG_AND_NAME)
def test_an_odd_answer_gets_no_other_message_than_the_checks_own(slug, name, odd):
    value = solved(slug)[name]
    value = ODD[odd](value if isinstance(value, torch.Tensor) else torch.ones(()))
    names = solved(slug) | {name: value}
    if (odd == "boolean" or name == "losses") and judged(slug, names) == (f"✓ {slug}\n", None):
        return
    message = hint_to(slug, names, Mistake, f"✗ {slug}: ")
    assert not {"breaks.", "touch."} & set(message.split())  # of a message its first line


def test_every_checked_exercise_has_its_answers_and_its_names():
    assert {path.stem for path in ROOT.glob("tests/answers/*.py")} == set(CHECKED)
    assert [*NINE, *FURTHER] == CHECKED


def test_an_error_in_a_function_of_the_students_is_told_with_its_line(monkeypatch):
    text = "def output_size(size, kernel, padding, stride):\n    return sise\n"
    monkeypatch.setitem(linecache.cache, "<cell>", (len(text), None, text.splitlines(True), ""))
    names = student("padding", text + "padding = 2")
    said = hint_to(
        "padding", names, Mistake, "✗ padding: `output_size(5, 1, 0, 1)` stops in `return sise`"
    )
    assert "NameError" in said and "sise" in said


def test_losses_that_are_no_list_are_not_used_up_by_the_check():
    losses = itertools.count()
    hint_to("learn", solved("learn") | {"losses": losses}, Mistake, "✗ learn: `losses` needs")
    assert next(losses) == 0


# Fog, or snow: nearly one colour, so that whatever is wrong by a factor seems to be off by a term.
PALE = student("grayscale")["img"] * 0.12 + 180
ON_A_PALE_PICTURE = {
    "{o} = {o} / 255": "divided by 255",
    "{o} = {o} * 4": "times 4",
    "{o} = -{o}": "times -1",
    "{o} = {o} + 3": "plus (3, 3, 3)",
    "{o} = 0 * {o}": "is 0; ",
}


@pytest.mark.parametrize("change", ON_A_PALE_PICTURE)
@pytest.mark.parametrize("slug, name", [("blur", "o"), ("identity", "o"), ("pooling", "res")])
def test_on_a_pale_picture_a_factor_is_no_term(slug, name, change):
    names = student(slug) | {"img": PALE}
    run(f"{source(slug)}\n{change.format(o=name)}", names)
    assert ON_A_PALE_PICTURE[change] in hint_to(slug, names, Mistake, f"✗ {slug}: ")


HALVES = {
    "grayscale": "gray = sum(img.half()[c] / 3 for c in range(3))",
    "kaiming": "o = F.conv2d(img[None].half(), w.half())",
    "blur": "o = F.conv2d(img[None], w.half().float())",
    "edge": "o = F.conv2d(batch.half(), w.half())",
    "pooling": "pooled = F.avg_pool2d(img[None].half(), 2)",
    "sobel": "magnitude = magnitude.half()",
    "layers": "first = F.max_pool2d(F.conv2d(img[None].half(), w1.half()).relu(), 2)\n"
    "o = F.conv2d(first, w2.half())\nshape = tuple(o.shape)",
    "discover": "features = F.conv2d(img[None].half(), kernels.half(), stride=4)",
}


@pytest.mark.parametrize("slug", HALVES)
def test_a_result_in_half_precision_is_right_on_a_pale_picture_with_fractions(slug):
    names = student(slug) | {"img": PALE}
    run(f"{source(slug)}\n{HALVES[slug]}", names)
    assert judged(slug, names)[1] is None


ROUNDED = {
    "grayscale": "gray = img.mean(dim=0).byte().half()",
    "pooling": "pooled = F.avg_pool2d(img[None], 2).byte().half()",
}


@pytest.mark.parametrize("slug", ROUNDED)
def test_half_precision_hides_no_rounding_to_whole_numbers(slug):
    hint_to(slug, student(slug, f"{source(slug)}\n{ROUNDED[slug]}"), Mistake, f"✗ {slug}: ")


@pytest.mark.parametrize(
    "img", [torch.zeros(3, 64, 64), torch.rand(1, 64, 64).repeat(3, 1, 1) * 255]
)
def test_a_picture_without_colours_cannot_tell_how_grey_was_made(img):
    names = student("grayscale") | {"img": img, "gray": img[0]}
    hint_to(
        "grayscale", names, NotAttempted, "grayscale: `img` has no colours now. Run the cell of"
    )


def test_a_convolution_by_hand_that_returns_truth_values_is_told_by_its_numbers():
    answer = (
        "def conv2d_by_hand(image, kernel):\n    return F.conv2d(image[None], kernel[None, None])"
    )
    said = hint_to("by-hand", student("by-hand", answer + "[0] > 0"), Mistake, "✗ by-hand: At [")
    assert "could not be checked" not in said


def test_the_mean_of_a_picture_around_0_is_right():
    names = student("grayscale") | {"img": PALE - 190}
    run(source("grayscale"), names)
    assert judged("grayscale", names)[1] is None


def test_what_nobody_filled_is_not_found_to_be_as_it_is_wanted():
    w = torch.rand(3, 3, 5, 5, generator=torch.Generator().manual_seed(0)).double() * 1e38
    said = hint_to("kaiming", solved("kaiming") | {"w": w.float()}, Mistake, "✗ kaiming: ")
    found, wanted = re.findall(r"is (\S+); wanted (\S+)\.$", said)[0]
    assert found != wanted


SPOKEN = """
__warningregistry__ = {}  # a warning makes it, else
import sys, warnings
def output_size(size, kernel, padding, stride):
    warnings.warn("This is odd.")
    print("progress", file=sys.stderr)
    return (size + 2 * padding - kernel) // stride + 1
padding = 2
"""


def test_what_a_students_function_writes_and_warns_of_is_not_shown(capsys):
    assert judged("padding", student("padding", SPOKEN)) == ("✓ padding\n", None)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("above", "stops", "line"),
    [
        ("@torch.no_grad()", "kernel[9]", " in `return kernel[9]`"),
        ("", "(image +\n        kernel)", ""),
        ("", "np.pad(kernel)", " in `return np.pad(kernel)`"),
    ],
)
def test_only_a_whole_line_of_the_students_own_is_quoted(above, stops, line, monkeypatch):
    text = f"{above}\ndef conv2d_by_hand(image, kernel):\n    return {stops}\n"
    monkeypatch.setitem(linecache.cache, "<cell>", (len(text), None, text.splitlines(True), ""))
    call = "`conv2d_by_hand(image (4, 5), kernel (2, 3))`"
    names = student("by-hand", text)
    said = hint_to("by-hand", names, Mistake, f"✗ by-hand: {call} stops{line} with ")
    assert said.endswith(".")
