"""A student's notebook as it ran, as a page of HTML that can do nothing: no script, nothing remote.

What the student wrote or put out as HTML is sanitised by nh3, each piece by itself, so that none
reaches into what stands below it; all else is escaped. A browser is told besides to load nothing.
"""

import re
import zipfile
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

import mistune
import nh3
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from nbconvert.filters import strip_ansi
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[\w+/=\s]*")
ATTRIBUTES = {"img": {"alt", "src"}, "a": {"href"}}
SAME_DAY = (1980, 1, 1, 0, 0, 0)  # a ZIP's first, so that the same class makes the same file
FILE = "convolution_101.html"


@cache
def pages():
    """Return the templates of pages."""
    folder = Path(__file__).parent / "pages"
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, trim_blocks=True)
    environment.globals["colours"] = HtmlFormatter(style="xcode").get_style_defs(".code")
    filters = {"code": coloured, "html": clean, "said": with_code, "plain": strip_ansi}
    environment.filters |= filters | {"markdown": partial(clean, made=mistune.html, longest=20_000)}
    return environment


def coloured(source):
    """Return Python as HTML, its words with classes."""
    return Markup(highlight(source, PythonLexer(), HtmlFormatter(nowrap=True)))


def with_code(sentence):
    """Return a check's sentence as HTML, in which what stands between backticks is code."""
    return Markup(re.sub(r"`(.+?)`", r"<code>\1</code>", str(escape(sentence))))


def clean(text, made=str, longest=100_000):
    """Return HTML without anything that runs, is loaded, or covers what is not its own.

    It is `made` of the text, which stays a text if that could take long, by its length squared.
    """
    if len(str(text)) > longest or str(text).count("<") > 2000:
        return Markup("<pre>{}</pre>").format(text)
    schemes = {"data", "http", "https"}
    kept = {"attributes": ATTRIBUTES, "attribute_filter": harmless, "url_schemes": schemes}
    return Markup(nh3.clean(made(str(text)), **kept))


def harmless(tag, attribute, value):
    """Return an attribute's value, None if it would make a browser load something."""
    if attribute == "src":
        return value if PICTURE.fullmatch(value) else None
    return value if attribute != "href" or value.startswith(("http://", "https://")) else None


def write(grades, row, steps, heard):
    """Write a student's page into grades/feedback, where `row` says what came out."""
    file = grades / "feedback" / file_of(row)
    file.unlink(missing_ok=True)
    outputs = {one["cell"]: one["outputs"] for one in heard if "cell" in one}
    said = {step.slug: [one for one in heard if one.get("slug") == step.slug] for step in steps}
    ran = {"row": row, "steps": steps, "outputs": outputs, "verdicts": said}
    page = pages().get_template("notebook.html").render(ran)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, encoding="utf-8", errors="replace")


def file_of(row):
    """Return where a student's page stands, which is what the LMS calls it."""
    place = row.submission.place
    long = len(place.encode()) > 200
    return Path((f"{sha256(place.encode()).hexdigest()}/" if long else place) + FILE)


def pack(grades, rows):
    """Write the pages of these students into feedback.zip, with the same bytes each time.

    It is what Moodle takes under *Upload multiple feedback files in a zip*.
    """
    with zipfile.ZipFile(grades / "feedback.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(map(file_of, rows)):
            if (page := grades / "feedback" / file).exists():
                member = zipfile.ZipInfo(file.as_posix(), SAME_DAY)
                archive.writestr(member, page.read_bytes(), zipfile.ZIP_DEFLATED)
