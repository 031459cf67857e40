"""constraints.txt has versions for every Python and every system that the documents promise.

uv resolves for machines other than this one, and reads of each package its description alone.
"""

import os
import re
import subprocess

import pytest
from uv import find_uv_bin

from notebooks import ROOT

PYTHONS = "3.11.0", "3.11.2", "3.12", "3.13", "3.14"
SYSTEMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
)
FILES = [
    "tests/requirements.txt",
    *(f"tests/{folder}/requirements.txt" for folder in ("browser", "class", "machines")),
]


def resolved(python, system):
    """Return the exit status and what uv says of all requirements under constraints.txt."""
    command = [find_uv_bin(), "pip", "compile", "--quiet", *FILES, "--constraint=constraints.txt"]
    command += [f"--python-version={python}", f"--python-platform={system}"]
    environment = os.environ | {"MACOSX_DEPLOYMENT_TARGET": "14.0"}  # PyTorch's least
    done = subprocess.run(command, cwd=ROOT, env=environment, text=True, stdout=-1, stderr=-1)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_version_can_be_had(python, system):
    status, versions, said = resolved(python, system)
    assert status == 0, said
    assert re.search("^torch==", versions, re.MULTILINE)


def test_intel_macs_have_no_pytorch_as_the_documents_say():
    status, _, said = resolved("3.12", "x86_64-apple-darwin")
    assert status != 0 and "torch" in said
