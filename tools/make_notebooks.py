"""Write the modules of `practical/` into the solutions, and make the student notebook from these.

Each module stands in one cell, word for word, below the line `%%module practical.name`. The
student notebook has blanks for answers and no outputs. The solutions mark what is an answer; these
markers, spelt exactly so, and no others:

=================================================  ==========================================
in the solutions                                   in the student notebook
=================================================  ==========================================
``name = expression  # SOLUTION`` (or ``: hint``)  ``name = ...  # FIXME`` (or ``: hint``)
``# BEGIN SOLUTION: hint`` … ``# END SOLUTION``    ``# FIXME: hint``, then ``return ...``, or
                                                   ``name = ...`` for each name, or ``...``
markdown cell tagged ``solution``                  *FIXME: write your answer here.*
=================================================  ==========================================

Below each exercise that makes a picture comes a folded thumbnail of it; see target_pictures.py.
With ``--links owner/name`` each pair of hints is followed by a link, and badges stand below the
titles of student notebook and README; see repository_links.py.

Exit status: 0 written, or with ``--check`` up to date; 1 with ``--check`` out of date;
2 something is wrong with a notebook, and nothing was written.
"""

import argparse
import ast
import hashlib
import io
import json
import re
import sys
import tokenize
from difflib import get_close_matches
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.preprocessors import ClearMetadataPreprocessor, ClearOutputPreprocessor, Preprocessor
from nbformat.reader import reads

from grading_metadata import AddGrading, GradingError
from repository_links import AddLinks, LinkError, repository_of, with_badges
from target_pictures import AddTargets, TargetError, same_pictures, without_pictures

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = ROOT / "convolution_101_solutions.ipynb"
MODULES = ROOT / "practical"
CARRIED = re.compile(r"%%module practical\.(\w+)\n")
VERSION = re.compile(r'^VERSION = "(.+?)"', re.MULTILINE)
MARKER = re.compile(r"# (?P<kind>SOLUTION|BEGIN SOLUTION|END SOLUTION(?!:))(: (?P<hint>\S.*))?")
ALMOST_MARKER = re.compile(r"#\W*(begin|end)?\W*solutions?\b", re.IGNORECASE)


class NotebookError(Exception):
    """What is wrong with a notebook and what to do about it, as one sentence."""


def parse(source, name="this"):
    """Return the syntax tree of `source`.

    Raise NotebookError, with `name` for what the source is, if it does not compile.
    """
    try:
        tree = ast.parse(source)
        # Parsing alone accepts a `return` outside a function and the like.
        compile(tree, "<cell>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line, reason = getattr(error, "lineno", None) or 1, getattr(error, "msg", error)
        raise NotebookError(f"line {line}: {name} is not plain Python ({reason}).") from None
    return tree


def find_markers(source):
    """Yield `(kind, hint, line, column)` for each marker among the comments of `source`."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT:
            continue
        comment = token.string.rstrip()
        words = re.findall(r"[A-Za-z]+", comment)
        if match := MARKER.fullmatch(comment):
            yield match["kind"], match["hint"], *token.start
        elif ALMOST_MARKER.search(comment) or any(
            get_close_matches(word, ["SOLUTION"], cutoff=0.8) for word in words
        ):
            raise NotebookError(
                f"line {token.start[0]}: `{comment}` is almost a marker; write `# SOLUTION`, "
                "`# BEGIN SOLUTION` (either may end in `: hint`) or `# END SOLUTION`, "
                "or reword the comment."
            )


def blank_assignment(tree, lines, line, column, fixme):
    """Return `(first, last, new lines)` for the assignment closed by a SOLUTION comment."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], end_lineno=end) if end == line:
                before = lines[node.lineno - 1][: node.col_offset]
                # The tree's offsets count bytes, those of tokens characters.
                after = lines[line - 1][:column].encode()[node.end_col_offset :]
                if not before.strip() and not after.strip():
                    return node.lineno, line, [f"{before}{name} = ...  {fixme}"]
    raise NotebookError(
        f"line {line}: `# SOLUTION` must close an assignment to one plain name that has its "
        "lines for itself (nothing else can hold `...`); put anything else between "
        "`# BEGIN SOLUTION` and `# END SOLUTION`."
    )


def blank_block(tree, lines, first, last, indent, fixme):
    """Return `(first, last, new lines)` for the block between two markers on these lines."""

    def span(node):
        return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset

    # The block must be statements by itself, and the same statements as in the whole cell.
    # `with` is a header that no `else:` or `except:` in the block can attach itself to.
    header = "\n" * (first - 1) + ("with _:" if indent else "")
    try:
        body = ast.parse("\n".join([header, *lines[first : last - 1]])).body
    except SyntaxError:
        body = []
    if indent:
        body = body[0].body if len(body) == 1 else []
    spans = {span(node) for node in ast.walk(tree) if isinstance(node, ast.stmt)}
    if not body or any(span(s) not in spans or s.col_offset != len(indent) for s in body):
        raise NotebookError(
            f"line {first}: between `# BEGIN SOLUTION` and `# END SOLUTION` there must be whole "
            "statements, indented like the two markers."
        )
    if any(isinstance(statement, ast.Return) for statement in body):
        keep = ["return ..."]
    else:
        keep = [f"{name} = ..." for name in assigned_names(body)] or ["..."]
    return first, last, [indent + text for text in (fixme, *keep)]


def assigned_names(body):
    """Return the plain names that the statements of `body` themselves assign, once each."""
    targets = []
    for statement in body:
        match statement:
            case ast.Assign():
                targets += statement.targets
            case ast.AnnAssign() | ast.AugAssign():
                targets.append(statement.target)
    stored = [
        node
        for target in targets
        for node in ast.walk(target)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    stored.sort(key=lambda node: (node.lineno, node.col_offset))
    return list(dict.fromkeys(node.id for node in stored))


def blank_code(source):
    """Return `source` with its answers made blanks; raise NotebookError naming the line."""
    tree, lines, edits, begin = parse(source), source.split("\n"), [], None
    for kind, hint, line, column in find_markers(source):
        fixme = f"# FIXME: {hint}" if hint else "# FIXME"
        indent = lines[line - 1][:column]
        if begin and kind != "END SOLUTION":
            raise NotebookError(
                f"line {line}: `# {kind}` inside the block that begins on line {begin[0]}; "
                "blocks hold no other marker."
            )
        if kind == "SOLUTION":
            edits.append(blank_assignment(tree, lines, line, column, fixme))
        elif indent.strip() or (begin and indent != begin[1]):
            raise NotebookError(
                f"line {line}: `# {kind}` must stand alone on its line, "
                "and both ends of a block equally far to the right."
            )
        elif kind == "BEGIN SOLUTION":
            begin = line, indent, fixme
        elif begin:
            edits.append(blank_block(tree, lines, begin[0], line, *begin[1:]))
            begin = None
        else:
            raise NotebookError(f"line {line}: `# END SOLUTION` closes no `# BEGIN SOLUTION`.")
    if begin:
        raise NotebookError(f"line {begin[0]}: `# BEGIN SOLUTION` has no `# END SOLUTION`.")
    for first, last, new in reversed(edits):
        lines[first - 1 : last] = new
    blanked = "\n".join(lines)
    parse(blanked, "what the blanks leave of the cell")
    return blanked


class BlankAnswers(Preprocessor):
    """Replace every marked answer by a blank; what is left of a code cell compiles."""

    def preprocess_cell(self, cell, resources, index):
        """Blank one cell; raise NotebookError naming the cell and the line."""
        try:
            if "\r" in cell.source:
                line = cell.source.partition("\r")[0].count("\n") + 1
                raise NotebookError(f"line {line}: a Windows line end (\\r) in it; use \\n.")
            tags = cell.metadata.get("tags", [])
            answers = [tag for tag in tags if re.fullmatch("solutions?", tag.strip(), re.I)]
            if answers and (cell.cell_type != "markdown" or answers != ["solution"]):
                raise NotebookError(
                    f"line 1: the tag `{answers[0]}`; only `solution`, on a markdown cell, is one."
                )
            if answers:
                cell.source = "*FIXME: write your answer here.*"
                cell.pop("attachments", None)
                cell.metadata["tags"] = [tag for tag in tags if tag != "solution"]
                if not cell.metadata["tags"]:
                    del cell.metadata["tags"]
            if cell.cell_type == "code" and not CARRIED.match(cell.source):
                cell.source = blank_code(cell.source)
        except NotebookError as error:
            raise NotebookError(f"Cell `{cell.id}`, {error}") from None
        return cell, resources


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def read_modules(folder):
    """Return `{name: text}` for the modules of `folder`; raise NotebookError naming the file."""
    texts = {}
    for path in sorted(folder.glob("*.py")):
        try:
            texts[path.stem] = path.read_text(encoding="utf-8").rstrip("\n")
            parse(texts[path.stem], "the module")
        except (OSError, ValueError, NotebookError) as error:
            raise NotebookError(f"{path}: {error}") from None
    if not VERSION.search(texts.get("checks", "")):
        raise NotebookError(f'{folder}/checks.py needs a line `VERSION = "…"`.')
    return texts


def carry_modules(notebook, texts):
    """Put the modules `{name: text}` into the cells that carry them; note which, and the version.

    Raises NotebookError if a module has no cell, or not one alone, or if a cell was edited, because
    the edit would be lost.
    """
    known = notebook.metadata.get("practical", {}).get("modules_sha256", {})
    carried = {}
    for cell in notebook.cells:
        if cell.cell_type != "code" or not (found := CARRIED.match(cell.source)):
            continue
        name, text = found[1], cell.source[found.end() :].rstrip("\n")
        if name not in texts or name in carried:
            fault = "is in another cell too" if name in carried else "is no file"
            raise NotebookError(f"Cell `{cell.id}`: the module `practical/{name}.py` {fault}.")
        if text not in ("", texts[name]) and known.get(name) != sha256(text):
            raise NotebookError(
                f"Cell `{cell.id}` was edited in the notebook: make the change in "
                f"practical/{name}.py, and give the cell its old text."
            )
        cell.source = found[0] + texts[name]
        carried[name] = sha256(texts[name])
    if missing := sorted(set(texts) - set(carried)):
        raise NotebookError(f"practical/{missing[0]}.py needs a cell that carries it.")
    version = VERSION.search(texts["checks"])[1]
    notebook.metadata["practical"] = {"version": version, "modules_sha256": carried}


def record_of(notebook):
    """Return the metadata by which the tool knows again the sources that it wrote."""
    sources = [[cell.id, cell.cell_type, without_pictures(cell.source)] for cell in notebook.cells]
    return {"sources_sha256": sha256(json.dumps(sources))}


class RecordSources(Preprocessor):
    """Note in the notebook's metadata which sources were written."""

    def preprocess(self, nb, resources):
        """Add the record; comes last, when the sources are final."""
        nb.metadata["make_notebooks"] = record_of(nb)
        return nb, resources


# Applied in this order, then AddLinks and RecordSources.
PREPROCESSORS = [
    AddTargets,
    BlankAnswers,
    ClearOutputPreprocessor,
    ClearMetadataPreprocessor(
        preserve_nb_metadata_mask={"kernelspec", "practical", ("language_info", "name")},
        preserve_cell_metadata_mask={
            "cellView",
            "tags",
            "_kg_hide-input",
            ("jupyter", "source_hidden"),
        },
    ),
    AddGrading,
]


def read_notebook(path):
    """Return the notebook at `path` as it stands, or raise NotebookError.

    `nbformat.read` would give new ids to cells without one, or with another's.
    """
    try:
        notebook = reads(path.read_text(encoding="utf-8"))
        version = notebook.nbformat, notebook.nbformat_minor
        if version < (4, 5):
            raise NotebookError(
                f"{path} has notebook format {version[0]}.{version[1]}, which has no cell ids "
                "(Colab saves it so); go back to the version that JupyterLab saved."
            )
        ids = [cell.get("id") for cell in notebook.cells]
        for number, name in enumerate(ids, 1):
            if name is None or name in ids[: number - 1]:
                found = f"the id `{name}` of an earlier one" if name else "no id"
                raise NotebookError(f"{path}: cell number {number} has {found}; give it its own.")
        nbformat.validate(notebook)
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror}.") from None
    except (nbformat.ValidationError, ValueError, AttributeError, TypeError) as error:
        # The reason may quote a whole cell, pictures included.
        reason = str(error).partition("\n")[0][:150]
        raise NotebookError(f"{path} is not a Jupyter notebook ({reason}).") from None
    return notebook


def make_student(solutions, repository=""):
    """Return the text of the student notebook made from the notebook `solutions`.

    Its links to the solutions lead to this repository, `owner/name`; "" leaves them out.
    """
    last = [AddLinks(repository=repository), RecordSources]
    exporter = NotebookExporter(preprocessors=[*PREPROCESSORS, *last])
    return exporter.from_notebook_node(solutions)[0]


def same_notebook(notebook, other):
    """Say whether two notebooks are equal, apart from which Pillow made their thumbnails."""
    pairs = list(zip(notebook.cells, other.cells, strict=False))
    if not all(same_pictures(one.source, two.source) for one, two in pairs):
        return False
    for cell in [*notebook.cells, *other.cells]:
        cell.source = without_pictures(cell.source)
    return notebook == other


def linked(student):
    """Return the repository to which the links in the file `student` lead, "" if there are none."""
    try:
        return repository_of(read_notebook(student))
    except NotebookError:
        return ""


def refuse_to_lose_work(student):
    """Raise NotebookError if the file `student` holds anything that this tool did not write."""
    if not student.exists():
        return
    try:
        notebook = read_notebook(student)
        cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
        if any(cell.outputs or cell.execution_count is not None for cell in cells):
            found = "has been run"
        elif notebook.metadata.get("make_notebooks") != record_of(notebook):
            found = "has been edited since this tool wrote it, or was never written by it"
        else:
            return
    except NotebookError:
        found = "is not a notebook that this tool wrote"
    raise NotebookError(f"{student} {found}: move it away or delete it, then run this again.")


def write_whole(path, text):
    """Write `text` to `path` so that a reader, or a crash, finds the old file or the new one."""
    part = path.with_name(path.name + ".part")
    try:
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, UnicodeError) as error:
        raise NotebookError(f"{path} cannot be written ({error}).") from None


def main(arguments=None):
    """Run the command line; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    parser.add_argument("--links", metavar="OWNER/NAME", help='link the hints; "" takes it back')
    parser.add_argument("--solutions", type=Path, default=SOLUTIONS)
    parser.add_argument("--student", type=Path, help="default: as --solutions, less `_solutions`")
    parser.add_argument("--modules", type=Path, default=MODULES)
    args = parser.parse_args(arguments)
    solutions = args.solutions
    student = args.student or solutions.with_name(solutions.name.replace("_solutions", ""))
    try:
        if student.resolve() == solutions.resolve():
            raise NotebookError(f"{solutions} would be overwritten; name a target with --student.")
        notebook = read_notebook(solutions)
        before = nbformat.writes(notebook)
        carry_modules(notebook, read_modules(args.modules))
        after = nbformat.writes(notebook)
        repository = linked(student) if args.links is None else args.links
        text = make_student(notebook, repository)
        page = solutions.with_name("README.md")
        old_page = page.read_text(encoding="utf-8") if page.exists() else ""
        new_page = with_badges(old_page, repository)
        if args.check:
            try:
                same = same_notebook(read_notebook(student), reads(text))
                same = same and (before, old_page) == (after, new_page)
            except NotebookError:
                same = False
            state = "are up to date" if same else "are not what make_notebooks.py makes: run it"
            print(f"{solutions} and {student} {state}.")
            return 0 if same else 1
        refuse_to_lose_work(student)
        write_whole(student, text)
        if after != before:
            write_whole(solutions, after + "\n")
        if new_page != old_page:
            write_whole(page, new_page)
    except (NotebookError, TargetError, GradingError, LinkError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{solutions} and {student} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
