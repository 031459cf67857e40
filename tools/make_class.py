"""Writes the folder that a class gets: no solutions, no answers, no links to them, one version.

``class/convolution_101/`` and the same as a ZIP are for students. ``class/source/`` beside
``class/nbgrader_config.py`` is a course of nbgrader's, which uses the same notebook.
"""

import shutil
import sys
import zipfile
from pathlib import Path

from make_notebooks import SOLUTIONS, make_student, read_notebook
from make_notebooks import main as make_notebooks

ROOT = Path(__file__).resolve().parents[1]
NAME = "convolution_101"
GIVEN = ["data/mandril.jpg", "requirements.txt", "constraints.txt", "LICENSE"]
GIVEN += [".binder/requirements.txt", ".binder/runtime.txt"]
README = ROOT / "tools/class_readme.md"
SAME_DAY = (1980, 1, 1, 0, 0, 0)  # so that the same version makes the same ZIP


def make_class(folder):
    """Write the folder of a class."""
    notebook = read_notebook(SOLUTIONS)
    files = {name: (ROOT / name).read_bytes() for name in GIVEN}
    files[f"{NAME}.ipynb"] = make_student(notebook).encode()
    readme = README.read_text("utf-8").format(notebook.metadata.practical.version)
    files["README.md"] = readme.encode()
    folder.mkdir(parents=True)
    with zipfile.ZipFile(whole := folder / f"{NAME}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(f"{NAME}/{name}", SAME_DAY), files[name])
    shutil.unpack_archive(whole, folder)
    beside = shutil.ignore_patterns("*.txt", "*.md", "LICENSE", ".binder")
    shutil.copytree(folder / NAME, folder / "source" / NAME, ignore=beside)
    shutil.copy(ROOT / "tools/grading/nbgrader_config.py", folder)


def main(folder):
    if make_notebooks(["--check"]):
        return "Say `make notebooks` first, or the class gets another version than grades it."
    if folder.exists():
        return f"{folder} is there already. Move it away, or say OUT=… for another."
    make_class(folder)
    print(f"{folder / NAME} and {folder / NAME}.zip are for students.")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
