# Lies in the folder of the course, beside source/ and downloaded/.
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades

from grading.nbgrader_steps import RestoreCells, RunInRoom

c = get_config()  # noqa: F821 nbgrader provides it

# The blanks are in the notebook already; nbgrader would put a stub of its own over each answer.
c.ClearSolutions.enabled = False

# downloaded/convolution_101/archive/anna.ipynb was handed in by anna.
c.FileNameCollectorPlugin.named_regexp = (
    r".*[\\/](?P<file_id>[^\\/]+)[\\/]extracted[\\/](?P<student_id>[^\\/]+)\.ipynb"
)

# Cells are found, and submissions run, as `make grade` does it.
c.RestoreCells.handout = c.RunInRoom.handout = "release/convolution_101/convolution_101.ipynb"
c.Autograde.sanitize_preprocessors.prepend([RestoreCells])
c.Autograde.autograde_preprocessors = [RunInRoom, SaveAutoGrades, AssignLatePenalties]
