"""What a reader of the notebooks may rely on: headings, alt texts, sizes, tone, order."""

import ast
import dis
import fnmatch
import io
import itertools
import re
import statistics
import tokenize
import unicodedata
from types import CodeType

import nbformat
import pytest
from PIL import Image

from make_notebooks import make_student
from notebooks import CHECKED, ROOT, SOLUTIONS, STUDENT
from practical.checks import VERSION
from practical.ledger import NAMES
from target_pictures import pictures_of

NOTEBOOKS = {"solutions": SOLUTIONS, "student": STUDENT}
FOLDED = {
    "cellView": "form",
    "jupyter": {"source_hidden": True},
    "_kg_hide-input": True,
    "tags": ["hide-input"],
}
CODE = [cell for cell in SOLUTIONS.cells if cell.cell_type == "code"]
OPEN = [cell for cell in CODE if "hide-input" not in cell.metadata.get("tags", [])]
PROSE = [cell for cell in SOLUTIONS.cells if cell.cell_type == "markdown"]

both = pytest.mark.parametrize("notebook", NOTEBOOKS.values(), ids=NOTEBOOKS)


def prose_of(cell):
    """Return a markdown cell without its code, its formulas and the bytes of its pictures."""
    text = re.sub(r"(?s)```.*?```|`[^`\n]+`|\$\$.*?\$\$|\$[^$\n]+\$", "", cell.source)
    return re.sub(r"data:image[^\"') ]+", "", text)


def outputs():
    """Yield `(cell id, output)` for everything that the executed solutions show."""
    for cell in CODE:
        for output in cell.outputs:
            yield cell.id, output


def pictures():
    return [(cell_id, out) for cell_id, out in outputs() if "text/html" in out.get("data", {})]


@both
def test_there_is_one_h1_and_headings_go_down_by_one_level_at_a_time(notebook):
    text = "\n".join(prose_of(cell) for cell in notebook.cells if cell.cell_type == "markdown")
    levels = [len(marks) for marks in re.findall(r"(?m)^(#{1,6}) +\S", text)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert len(levels) > len(CHECKED)
    for above, below in itertools.pairwise(levels):
        assert below <= above + 1
    assert not re.search(r"(?m)^(=+|-+)$", text), "headings are written with #"


def test_every_picture_is_described_in_at_least_four_words():
    assert len(pictures()) >= len(CHECKED)
    for cell_id, output in pictures():
        ((_, alt),) = pictures_of({"outputs": [output]})
        assert len(alt.split()) >= 4, cell_id
        assert output.data["text/plain"] == alt, cell_id


@both
def test_every_picture_in_the_prose_is_described_in_at_least_four_words(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            html = re.findall(r"<img\b[^>]*>", cell.source)
            alts = [re.search(r'\balt="([^"]*)"', tag)[1] for tag in html]
            for alt in alts + re.findall(r"!\[([^\]]*)\]\(", cell.source):
                assert len(alt.split()) >= 4, cell.id


GIVEAWAYS = {  # what answers the question above a picture, and would be read before the run
    "grayscale-picture": "light dark bright",
    "kaiming-picture": "508 border",
    "blur-picture": "bright white red focus",
    "blur-whole": "bright white red focus",
    "kernel": "three diagonal blank",
    "identity-picture": "three left unchanged",
    "edge-picture": "black white fur eye cheek nose",
    "pooling-picture": "black dark",
    "playground-gallery": "bright sharp edge",
    "by-hand-picture": "up down",
    "padding-picture": "black dark",
    "sobel-picture": "nose side stand",
    "separable-picture": "fast slow cheap steep ris",
    "layers-maps": "252 254 10",
    "layers-tenth": "thousand 1024 black white",
    "learn-picture": "fall zero down power",
    "discover-patterns": "edge spot blob colour",
    "discover-features": "edge spot blob colour",
}


@pytest.mark.parametrize("cell_id", GIVEAWAYS)
def test_no_text_typed_for_a_picture_answers_the_question_above_it(cell_id):
    (cell,) = (cell for cell in OPEN if cell.id == cell_id)
    assert "show" in cell.source
    nodes = ast.walk(ast.parse(cell.source))
    typed = " ".join(str(node.value) for node in nodes if isinstance(node, ast.Constant)).lower()
    assert not [word for word in GIVEAWAYS[cell_id].split() if word in typed]


def test_a_picture_is_put_into_at_most_400_characters():
    rows = {cell.id for cell in CODE if "show_row(" in cell.source}
    for cell_id, output in pictures():
        assert cell_id in rows or len(output.data["text/plain"]) <= 400, cell_id


def test_every_picture_is_stored_once_as_a_jpeg():
    for cell_id, output in outputs():
        assert not any(kind.startswith("image/") for kind in output.get("data", {})), cell_id
    for _, output in pictures():
        ((jpeg, _),) = pictures_of({"outputs": [output]})
        with Image.open(io.BytesIO(jpeg)) as picture:
            assert picture.format == "JPEG"


def test_no_sentence_calls_folded_what_lies_open_in_some_frontends():
    prose = [re.sub("`.+?`", "", cell.source) for cell in PROSE if "<details>" not in cell.source]
    assert prose and not [text for text in prose if re.search(r"\b(un)?fold(ed|s)?\b", text)]


def test_the_notebooks_are_small():
    assert len(make_student(SOLUTIONS).encode()) <= 270_000  # its links, if it has any, apart
    assert (ROOT / "convolution_101_solutions.ipynb").stat().st_size <= 1_900_000


def test_the_solutions_are_committed_executed_in_order_without_error_or_warning():
    assert [cell.execution_count for cell in CODE] == list(range(1, len(CODE) + 1))
    for cell_id, output in outputs():
        assert output.output_type != "error", cell_id
        assert output.get("name") != "stderr", cell_id


def test_a_check_is_one_open_line_and_in_the_solutions_it_is_passed():
    for slug in CHECKED:
        (cell,) = (cell for cell in CODE if cell.id == f"{slug}-check")
        assert cell.source == f'check("{slug}")'
        (output,) = cell.outputs
        assert output.text.startswith(f"✓ {slug}\n")


@both
def test_the_titled_machinery_alone_is_folded_wherever_the_notebook_is_opened(notebook):
    for cell in notebook.cells:
        titled = re.match(r"(%%module .*\n)?# @title \S", cell.source)
        folded = {cell.metadata.get(key) == value for key, value in FOLDED.items()}
        assert folded == {bool(titled)}, cell.id


@both
def test_each_module_is_in_one_cell_word_for_word(notebook):
    files = {path.stem: path.read_text(encoding="utf-8") for path in ROOT.glob("practical/*.py")}
    cells = [cell.source + "\n" for cell in notebook.cells if cell.source.startswith("%%module")]
    wanted = [f"%%module practical.{name}\n{text}" for name, text in files.items()]
    assert sorted(cells) == sorted(wanted)


@both
def test_it_is_a_valid_notebook_and_keeps_nothing_of_the_machine_it_ran_on(notebook):
    nbformat.validate(notebook)
    assert notebook.metadata.language_info == {"name": "python"}
    assert notebook.metadata.practical.version == VERSION
    assert "widgets" not in notebook.metadata
    for cell in notebook.cells:
        assert "execution" not in cell.metadata


def lines_of(cell):
    """Return how many lines of a code cell are neither blank nor only a comment."""
    lines = (line.strip() for line in cell.source.splitlines())
    return sum(bool(line) and not line.startswith("#") for line in lines)


def test_open_code_cells_are_short():
    lengths = [lines_of(cell) for cell in OPEN]
    assert statistics.median(lengths) <= 5
    assert sum(length <= 10 for length in lengths) >= 0.9 * len(lengths)
    assert max(lengths) <= 20


def test_the_first_blank_comes_after_at_most_30_lines_of_open_code():
    before = itertools.takewhile(lambda cell: cell.id != "load", OPEN)
    assert 0 < sum(map(lines_of, before)) <= 30


def test_there_is_two_to_four_times_as_much_prose_as_open_code():
    prose, code = (sum(len(c.source.split()) for c in cells) for cells in (PROSE, OPEN))
    assert 2 <= prose / code <= 4


def names_bound(code, stores=("STORE_NAME", "STORE_GLOBAL")):
    """Return the names that a compiled cell binds in the notebook, its functions included."""
    found = {step.argval for step in dis.get_instructions(code) if step.opname in stores}
    inner = [part for part in code.co_consts if isinstance(part, CodeType)]
    return found.union(*(names_bound(part, stores[-1:]) for part in inner))


def test_no_given_cell_but_that_of_your_own_picture_binds_a_name_that_an_exercise_asks_for():
    asked = {name for names in NAMES.values() for name in names}
    given = [cell for cell in CODE if not re.match("%%module |# Exercise: ", cell.source)]
    bound = {cell.id: asked & names_bound(compile(cell.source, "", "exec")) for cell in given}
    assert {cell_id: names for cell_id, names in bound.items() if names} == {"own": {"img"}}


@both
def test_nobody_is_shouted_at(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            assert "!" not in prose_of(cell).replace("![", "["), cell.id
        else:
            for token in tokenize.generate_tokens(io.StringIO(cell.source).readline):
                if token.type == tokenize.COMMENT:
                    assert "!" not in token.string, cell.id


@both
def test_there_are_no_pictograms_but_the_two_of_the_checks(notebook):
    text = "".join(cell.source for cell in notebook.cells)
    symbols = {sign for sign in text if unicodedata.category(sign) in ("So", "Sk", "Cs", "Co")}
    assert symbols <= set("✓✗°`^")


@pytest.mark.parametrize("slug", [*CHECKED, "kernel"])
def test_every_exercise_has_two_folded_hints(slug):
    (cell,) = (cell for cell in PROSE if cell.id == f"{slug}-hints")
    hints = re.split(r"<details><summary>Hint [12]</summary>\n\n", cell.source)
    assert hints[0] == ""
    assert len(hints) == 3
    for hint in hints[1:]:
        text, end = hint.strip().rsplit("\n\n", 1)
        assert end == "</details>"
        assert len(text.split()) >= 10


@both
def test_every_file_that_is_mentioned_exists(notebook):
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    for cell in notebook.cells:
        links = re.findall(r"\]\(([^)\s]+)\)", cell.source) if cell.cell_type == "markdown" else []
        names = {link for link in links if not re.match(r"https?:|#|data:|attachment:", link)}
        names |= set(re.findall(r"(?<![\w/:])data/[\w.-]*\w", cell.source))
        for name in names:
            own = any(fnmatch.fnmatch(name, pattern) for pattern in ignored)
            assert own or (ROOT / name).exists(), f"{cell.id}: {name}"


@both
def test_every_heading_that_a_link_leads_to_exists(notebook):
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    headings = {line.replace(" ", "-") for line in re.findall(r"(?m)^#{1,6} +(.+?) *$", text)}
    assert set(re.findall(r"\]\(#([^)\s]+)\)", text)) <= headings
