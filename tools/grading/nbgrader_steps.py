"""The same grading for nbgrader: two of its preprocessors, for its nbgrader_config.py."""

from functools import partial
from pathlib import Path

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Unicode

from grading import sandbox
from grading.download import File, everything
from grading.grade import grade
from grading.intake import around
from grading.merge import Handout, kept_names, merge, texts


class RestoreCells(NbGraderPreprocessor):
    """Gives cells back what nbgrader knows them by, and puts back those that are missing."""

    handout = Unicode(help="the notebook that was handed out").tag(config=True)

    def preprocess(self, nb, resources):
        """Return the notebook, in which each name that nbgrader knows stands once."""
        ours = nbformat.read(self.handout, as_version=4)
        known = {cell.id: cell for cell in ours.cells if "nbgrader" in cell.metadata}
        handout, theirs, last = Handout(ours), {}, None
        for cell, name, _, slug in texts(handout, nb):
            if cell.cell_type == "code":
                last = slug or name or last
                theirs[slug or name] = cell
            else:
                # What they wrote below an exercise's cell is its answer in words, where it has one.
                if cell.source.strip() not in handout.texts:
                    theirs.setdefault(f"{last}-answer", cell)
                theirs |= dict.fromkeys(kept_names(cell), cell)
            cell.metadata.pop("nbgrader", None)
        for name, cell in known.items():
            if name in theirs:
                theirs[name].metadata["nbgrader"] = cell.metadata["nbgrader"]
            else:
                nb.cells.append(cell)
        return nb, resources


class RunInRoom(NbGraderPreprocessor):
    """Runs a submission as `make grade` does; a check that is not passed gets its sentence."""

    handout = Unicode(help="the notebook that was handed out").tag(config=True)
    unisolated = Bool(False, help="run it here if no room can be made").tag(config=True)

    def preprocess(self, nb, resources):
        """Return the notebook, of which checks alone have outputs: an error for ✗ and –."""
        way = sandbox.found()
        if not way and not self.unisolated:
            raise RuntimeError(f"{sandbox.NONE_FOUND} set c.RunInRoom.unisolated = True.")
        handout, home = Handout(nbformat.read(self.handout, as_version=4)), resources["metadata"]
        files = [file for file in everything(Path(home["path"])) if file.read]
        beside, _ = around(File(f"{home['name']}.ipynb", 0, None), files)
        steps, _ = merge(handout, nb)
        verdicts, *_ = grade(handout, steps, beside, Path("grades"), partial(sandbox.run, way))
        for cell in nb.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if name.endswith("-check"):
                mark, said = verdicts.get(name.removesuffix("-check"), ("–", "not attempted."))
                shown = {"ename": mark, "evalue": said, "traceback": [f"{mark} {said}"]}
                cell.outputs = [] if mark == "✓" else [nbformat.v4.new_output("error", **shown)]
        return nb, resources
