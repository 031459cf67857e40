"""A page of feedback shows what ran, and can do nothing, whatever a student puts into it."""

import base64
import io
import time
import zipfile
from html.parser import HTMLParser

import pytest

from grading.download import Submission
from grading.feedback import pack, write
from grading.grade import Row
from grading.merge import Step

PIXEL = base64.b64encode(b"GIF89a").decode()
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<img src="https://x.org/a.png">',
    '<img src="data:image/svg+xml;base64,AAAA">',
    '<img src="data:image/png;base64,AAAA" srcset="https://x.org/a.png 2x">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe src="https://x.org"></iframe><object data="x"></object><embed src="x">',
    '<link rel=stylesheet href="https://x.org/a.css"><style>@import "https://x.org"</style>',
    '<div style="position: fixed; background: url(https://x.org)">x</div>',
    '<meta http-equiv="refresh" content="0; url=https://x.org"><base href="https://x.org">',
    '<form action="https://x.org"><input name=a><button>b</button></form>',
    '<svg onload="alert(1)"><script>alert(1)</script><image href="https://x.org"/></svg>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "</pre></section></body><script>alert(1)</script>",
    "<!-- ",
    "<plaintext>",
    "<textarea><xmp><title>",
    "<video src='https://x.org/a'></video><audio autoplay src='https://x.org/a'></audio>",
    "{{ 7 * 7 }}{% for x in y %}",
]
FORGED = [7, None, "x", ["x"], {"data": 3}, {"data": {"text/html": 5}}]
FORGED += [{"output_type": "error", "traceback": None}]
MAY = {"a": {"href", "rel"}, "img": {"alt", "src"}, "meta": {"charset", "content", "name"}}
MAY |= {"html": {"lang"}, "td": {"class"}, "meta": MAY["meta"] | {"http-equiv"}}
NEVER = {"script", "iframe", "object", "embed", "link", "form", "input", "svg", "base", "video"}


class Page(HTMLParser):
    """What a page has: its elements, attributes, and text."""

    def __init__(self, text):
        """Read a page."""
        super().__init__()
        self.elements, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        """Note an element."""
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data):
        """Note a text."""
        self.text += data


def row(student="Anna", place="Anna/", note=""):
    """Return the Row of a student."""
    said = {"load": ("✓", ""), "blur": ("✗", "`w` < 1, a <b>blur</b>.")}
    return Row(Submission(student, student, "", place, []), ["load", "blur"], said, note, {})


def page_of(folder, *outputs, text="", code="x = 1", one=None):
    """Return the Page of a student whose cell put out this."""
    steps = [
        Step("set-up", "secret = 1"),
        Step("text", text),
        Step("own", code, "load"),
        Step("check", "", "load"),
        Step("check", "", "blur"),
    ]
    heard = [
        {"cell": 2, "outputs": list(outputs)},
        {"slug": "load", "verdict": "✓", "said": ""},
        {"slug": "blur", "verdict": "✗", "said": "`w` < 1, a <b>blur</b>."},
    ]
    write(folder, one or row(), steps, heard)
    return Page((folder / "feedback/Anna/convolution_101.html").read_text("utf-8"))


def shown(**data):
    """Return an output that shows this, by its type with / for _."""
    return {
        "output_type": "display_data",
        "data": {kind.replace("_", "/"): text for kind, text in data.items()},
    }


def test_a_page_shows_code_outputs_and_verdicts_in_their_order(tmp_path):
    page = page_of(
        tmp_path,
        {"output_type": "stream", "name": "stdout", "text": "one <two>\x1b[31m red\x1b[0m"},
        shown(text_plain="three"),
        shown(text_html="<p>four</p>", text_plain="not this"),
        shown(image_png=PIXEL, text_plain="a dot"),
        {"output_type": "error", "ename": "E", "evalue": "e", "traceback": ["five", "six"]},
        text="# A heading\n\nMine, **bold**.",
    )
    order = ["1 of 2 points", "A heading", "Mine", "x = 1", "one <two> red", "three", "four"]
    order += ["five", "six", "✓ load", "✗ blur: w < 1, a <b>blur"]
    places = [page.text.rindex(one) for one in order]
    assert places == sorted(places)
    assert ("img", {"alt": "a dot", "src": f"data:image/png;base64,{PIXEL}"}) in page.elements
    assert "not this" not in page.text and "secret" not in page.text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_a_student_puts_in_nothing_runs_and_nothing_is_loaded(hostile, tmp_path):
    page = page_of(
        tmp_path,
        shown(text_html=hostile),
        shown(text_plain=hostile),
        shown(image_png=f'"{hostile}', text_plain=hostile),
        {"output_type": "stream", "name": "stdout", "text": hostile},
        {"output_type": "error", "traceback": [hostile]},
        text=hostile,
        code=f"# {hostile}",
        one=row(hostile, note=hostile),
    )
    kinds = {tag for tag, _ in page.elements}
    assert not kinds & NEVER and [tag for tag, _ in page.elements].count("style") == 1
    for tag, attributes in page.elements:
        assert attributes.keys() <= MAY.get(tag, set()) | {"class"}, (tag, attributes)
        assert attributes.get("href", "https://").startswith("https://")
        assert attributes.get("src", "data:image/png;base64,").startswith("data:image/")
    # What stands below it is not swallowed.
    assert page.text.rstrip().endswith("✗ blur: w < 1, a <b>blur</b>.")


@pytest.mark.parametrize("piece", ["<div>", "<b a=", "[a](", "_a_ ", "> - ", "|a|b\n", "x"])
def test_what_would_take_long_to_read_is_shown_as_it_is(piece, tmp_path):
    start = time.monotonic()
    page = page_of(tmp_path, shown(text_html=piece * 40_000), text=piece * 40_000)
    assert time.monotonic() - start < 5 and page.text.count(piece * 40_000) == 2


def test_a_browser_is_told_to_load_nothing(tmp_path):
    told = [a for tag, a in page_of(tmp_path).elements if tag == "meta" and "http-equiv" in a]
    assert told[0]["content"].startswith("default-src 'none'; img-src data:;")


@pytest.mark.parametrize("forged", FORGED)
def test_outputs_of_another_kind_make_a_page_all_the_same(forged, tmp_path):
    page = page_of(tmp_path, forged)
    assert page.text.rstrip().endswith("✗ blur: w < 1, a <b>blur</b>.")


def test_nothing_of_a_students_looks_like_a_verdict(tmp_path):
    forged = '<p class="check right">✓ blur</p>'
    page = page_of(tmp_path, shown(text_html=forged), text=forged)
    assert [a.get("class") for tag, a in page.elements if tag == "p"].count("check right") == 1


def test_the_same_pages_make_the_same_zip_with_names_as_they_were_downloaded(tmp_path):
    long = "x" * 300
    rows = [row(n, p) for n, p in (("Zoë", "Zoë_7_assignsubmission_file/"), ("ben", "ben_1_2_"))]
    for one in [*rows, row(long, f"{long}/")]:
        write(tmp_path, one, [], [])
    pack(tmp_path, [*rows, row(long, f"{long}/")])
    first = (tmp_path / "feedback.zip").read_bytes()
    pack(tmp_path, [row(long, f"{long}/"), *rows[::-1], row("nobody", "nobody/")])
    assert (tmp_path / "feedback.zip").read_bytes() == first
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert "Zoë_7_assignsubmission_file/convolution_101.html" in names
    assert "ben_1_2_convolution_101.html" in names and len(names) == 3
