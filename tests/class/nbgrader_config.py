# Lies in the folder of the course, beside source/ and downloaded/.
from nbgrader.preprocessors import (
    ClearOutput,
    DeduplicateIds,
    OverwriteCells,
    OverwriteKernelspec,
)


class ForgetCopies(DeduplicateIds):
    """Treats the copies that a student made of a cell as cells of the student's own.

    Who copies a cell copies its metadata. DeduplicateIds empties those of all copies but the
    last, and what comes after it cannot read empty ones.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        """Remove the metadata that were emptied."""
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if cell.metadata.get("nbgrader") == {}:
            del cell.metadata["nbgrader"]
        return cell, resources


c = get_config()  # noqa: F821 nbgrader provides it

# The blanks are in the notebook already; nbgrader would put a stub of its own over each answer.
c.ClearSolutions.enabled = False

# downloaded/convolution_101/archive/anna.ipynb was handed in by anna.
c.FileNameCollectorPlugin.named_regexp = (
    r".*[\\/](?P<file_id>[^\\/]+)[\\/]extracted[\\/](?P<student_id>[^\\/]+)\.ipynb"
)

# A check that a student deleted is put back.
c.OverwriteCells.add_missing_cells = True
c.Autograde.sanitize_preprocessors = [
    ClearOutput,
    ForgetCopies,
    OverwriteKernelspec,
    OverwriteCells,
]

# One submission with metadata of another version would end the grading of the whole class.
c.CheckCellMetadata.enabled = False
