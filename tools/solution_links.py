"""Adds to the student notebook, below each pair of hints, a link to the exercise's solution."""

import re
from urllib.parse import quote

from nbconvert.preprocessors import Preprocessor
from traitlets import Unicode

SOLUTIONS = "https://nbviewer.org/github/{}/blob/main/convolution_101_solutions.ipynb#{}"
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


class LinkError(Exception):
    """Why no links can be made, as one sentence."""


class AddLinks(Preprocessor):
    """Link each cell `slug-hints` to the heading above it, in the solutions as nbviewer shows them.

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
