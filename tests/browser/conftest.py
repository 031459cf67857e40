"""A real JupyterLab and Notebook 7 on copies of the two notebooks, and Chromium to look at them.

Nothing of the user's is touched, and nothing leaves this machine: servers and pages have 127.0.0.1.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import urllib.request
from functools import cache
from pathlib import Path
from time import monotonic, sleep

import nbformat
import pytest
from nbconvert.preprocessors import ClearOutputPreprocessor
from notebook_page import WINDOW, NotebookPage
from playwright.sync_api import expect, sync_playwright

from notebooks import ROOT, SOLUTIONS, STUDENT

NAMES = "chromium", "chromium-browser", "google-chrome"
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
FRONTENDS = {
    "JupyterLab": ("jupyterlab", "lab/tree/{}?reset&token={}"),
    "Notebook 7": ("notebook", "notebooks/{}?token={}"),
}
SCREENSHOTS = Path(__file__).parent / "screenshots"
NOTEBOOKS = {"solutions": SOLUTIONS, "student": STUDENT}
PATIENCE = 120  # seconds; the machine may have other things to do
expect.set_options(timeout=PATIENCE * 1000)


def pytest_configure():
    if not CHROMIUM:
        raise pytest.UsageError(
            "Chromium is not on the PATH; install it (on Debian: apt-get install chromium)."
        )


@pytest.fixture(scope="session")
def chromium():
    """Return a headless Chromium that finds no other host than 127.0.0.1."""
    options = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=FRONTENDS)
def opened(request, chromium, tmp_path_factory):
    """Return a function that gives the page of a notebook after *Run All Cells*.

    The server is started once for each frontend, and each notebook is opened once, without the
    outputs it was committed with: what is on the page was made there.
    """
    module, path = FRONTENDS[request.param]
    folder = tmp_path_factory.mktemp(module)
    shutil.copytree(ROOT / "data", folder / "notebooks/data")
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = "127.0.0.1:{1}".format(*free.getsockname())
    token = secrets.token_hex()
    process = _start_server(module, folder, address, token)
    context = chromium.new_context(viewport=WINDOW)
    context.set_default_timeout(PATIENCE * 1000)

    @cache
    def run(name):
        notebook, _ = ClearOutputPreprocessor().preprocess(nbformat.from_dict(NOTEBOOKS[name]), {})
        nbformat.write(notebook, folder / "notebooks" / f"{name}.ipynb")
        pictures = SCREENSHOTS / request.param / name
        shutil.rmtree(pictures, ignore_errors=True)
        page = NotebookPage(context.new_page(), notebook, pictures)
        page.goto(f"http://{address}/" + path.format(f"{name}.ipynb", token))
        page.run_all()
        page.photograph_sections()
        return page

    def in_front(name):
        page = run(name)
        page.page.bring_to_front()  # a page in the background unfolds no list of choices
        return page

    yield in_front
    context.close()
    process.terminate()
    process.wait(PATIENCE)


@pytest.fixture
def solutions(opened):
    """Return the page of the solutions after *Run All Cells*."""
    return opened("solutions")


@pytest.fixture
def student(opened):
    """Return the page of the student notebook after *Run All Cells*."""
    return opened("student")


@pytest.fixture(params=NOTEBOOKS)
def either(request, opened):
    """Return the page of one notebook, then that of the other."""
    return opened(request.param)


def _start_server(module, folder, address, token):
    """Start a Jupyter server with no configuration but this; return its process once it answers."""
    settings = folder / "config/labconfig/default_setting_overrides.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        '{"@jupyterlab/apputils-extension:notification":'
        ' {"fetchNews": "false", "checkForUpdates": false}}',
        encoding="utf-8",
    )
    homes = {"CONFIG": "config", "DATA": "share", "RUNTIME": "runtime"}
    environment = os.environ | {f"JUPYTER_{key}_DIR": str(folder / homes[key]) for key in homes}
    environment["IPYTHONDIR"] = str(folder / "ipython")
    command = [sys.executable, "-m", module, "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={address.partition(':')[2]}", "--ServerApp.port_retries=0"]
    command += [f"--IdentityProvider.token={token}"]
    answers_at = f"http://{address}/api/status?token={token}"
    return start(command, answers_at, folder / "log.txt", cwd=folder / "notebooks", env=environment)


def start(command, answers_at, log, **options):
    """Start a server that writes to the file `log`; return its process once it answers."""
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, **options)
    deadline = monotonic() + PATIENCE
    while process.poll() is None and monotonic() < deadline:
        try:
            with urllib.request.urlopen(answers_at, timeout=1):
                return process
        except OSError:
            sleep(0.1)
    process.kill()
    pytest.fail(f"The server does not start:\n{log.read_text(encoding='utf-8')}")
