"""Adds links to where the repository can be reached: below each pair of hints to the exercise's
solution, and in README and student notebook a badge for each place that opens the practical.
"""

import re
from urllib.parse import quote

from nbconvert.preprocessors import Preprocessor
from traitlets import Unicode

SOLUTIONS = "https://nbviewer.org/github/{}/blob/main/convolution_101_solutions.ipynb#{}"
OPENS_IN = {  # a badge and where it leads
    "Open this practical in Colab": (
        "https://colab.research.google.com/assets/colab-badge.svg",
        "https://colab.research.google.com/github/{}/blob/main/convolution_101.ipynb",
    ),
    "Open this practical in Binder": (
        "https://mybinder.org/badge_logo.svg",
        "https://mybinder.org/v2/gh/{}/main?urlpath=lab/tree/convolution_101.ipynb",
    ),
    "Read this practical in nbviewer": (
        "https://raw.githubusercontent.com/jupyter/design/main/logos/Badges/nbviewer_badge.svg",
        "https://nbviewer.org/github/{}/blob/main/convolution_101.ipynb",
    ),
}
TITLE = re.compile(r"\A(# .+\n\n)(?:\[!\[.+\n\n)?")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


class LinkError(Exception):
    """Why no links can be made, as one sentence."""


def with_badges(text, repository):
    """Return a page with the badges of a repository below its title, or with none for ""."""
    badges = [
        f"[![{name}]({picture})]({address.format(repository)})"
        for name, (picture, address) in OPENS_IN.items()
    ]
    line = " ".join(badges) + "\n\n" if repository else ""
    return TITLE.sub(lambda title: title[1] + line, text)


class AddLinks(Preprocessor):
    """Link each cell `slug-hints` to the heading above it, in the solutions as nbviewer shows them.

    The first cell gets the badges.
    The address, `owner/name` on GitHub, is kept in the notebook's metadata, so that the notebook
    can be made again as it is. Without one nothing is added.
    """

    repository = Unicode()

    def preprocess(self, nb, resources):
        """Return the notebook with its links; raise LinkError for what is no address."""
        if not self.repository:
            return nb, resources
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", self.repository):
            raise LinkError(f"“{self.repository}” is no repository on GitHub; write owner/name.")
        nb.metadata["solutions_at"], heading = self.repository, ""
        nb.cells[0].source = with_badges(nb.cells[0].source, self.repository)
        for cell in [cell for cell in nb.cells if cell.cell_type == "markdown"]:
            heading = [heading, *HEADING.findall(cell.source)][-1]
            if cell.id.endswith("-hints"):
                # Both nbviewer and JupyterLab make a heading's anchor in this way.
                address = SOLUTIONS.format(self.repository, quote(heading.replace(" ", "-")))
                cell.source += f"\n\n[The solution]({address}), when the hints were not enough."
        return nb, resources


def repository_of(notebook):
    """Return the address to which the links of a notebook lead, "" if it has none."""
    return notebook.metadata.get("solutions_at", "")
