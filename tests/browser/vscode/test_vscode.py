"""The student notebook in VS Code: code-server, and a kernel that an extension of ours starts.

`extension/` stands in for ms-toolsai.jupyter, which is in no package registry: it runs the cells.
What draws them and their outputs is VS Code itself.
"""

import json
import os
import re
import shutil
import socket
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest
from notebook_page import WINDOW
from playwright.sync_api import expect

from conftest import PATIENCE, SCREENSHOTS, start
from notebooks import ROOT, STUDENT, source

NODE = ROOT / ".venv-vscode/node_modules/node/bin/node"
SERVER = ROOT / ".venv-vscode/server/node_modules/code-server/out/node/entry.js"
IDS = [cell.id for cell in STUDENT.cells]
PROSE = [cell.source for cell in STUDENT.cells if cell.cell_type == "markdown"]
FORMULAS = [f for text in PROSE for f in re.findall(r"\$\$.+?\$\$|\$.+?\$", text, re.DOTALL)]
SETTINGS = {
    "chat.disableAIFeatures": True,
    "extensions.autoCheckUpdates": False,
    "telemetry.telemetryLevel": "off",
    # Without it a notebook that opens before the extensions are there opens as JSON.
    "workbench.editorAssociations": {"*.ipynb": "jupyter-notebook"},
    "workbench.secondarySideBar.defaultVisibility": "hidden",
}
# The second are VS Code's names for its own files, which the page's service worker answers.
OURS = r"(data|blob):|(http|ws)://127\.0\.0\.1:|https://[^/]*\.vscode-resource\.vscode-cdn\.net/"
WIDTH = "picture => picture.decode().then(() => picture.naturalWidth)"


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    """Return the page of the notebook, once its text and the kernel are there."""
    home = tmp_path_factory.mktemp("code")
    shutil.copytree(ROOT / "data", home / "work/data")
    shutil.copy(ROOT / "convolution_101.ipynb", home / "work")
    shutil.copytree(Path(__file__).parent / "extension", home / "extensions/practical.kernel-1.0.0")
    (home / "user/User").mkdir(parents=True)
    (home / "user/User/settings.json").write_text(json.dumps(SETTINGS))
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = "127.0.0.1:{1}".format(*free.getsockname())
    options = {"--auth": "none", "--bind-addr": address, "--config": home / "config.yaml"}
    options |= {"--user-data-dir": home / "user", "--extensions-dir": home / "extensions"}
    command = [NODE, SERVER, *(part for pair in options.items() for part in pair)]
    command += ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"]
    environment = os.environ | {"TEST_PYTHON": sys.executable, "IPYTHONDIR": str(home / "ipython")}
    process = start(command, f"http://{address}/healthz", home / "log.txt", env=environment)

    page = chromium.new_page(viewport=WINDOW)
    page.set_default_timeout(PATIENCE * 1000)
    page.asked = []
    page.context.on("request", lambda request: page.asked.append(request.url))
    file = f"vscode-remote://{address}{home / 'work/convolution_101.ipynb'}"
    query = {"folder": home / "work", "payload": json.dumps([["openFile", file]])}
    page.goto(f"http://{address}/?{urlencode(query)}")
    expect(drawn(page).locator(".preview")).to_have_count(len(PROSE))
    expect(page.get_by_role("button", name="Test kernel")).to_be_visible()
    yield page
    page.screenshot(path=SCREENSHOTS / "VS Code.png")
    page.close()
    process.terminate()
    process.wait(PATIENCE)


def drawn(page):
    """Return the frame that holds what is drawn of Markdown and of outputs, of all cells."""
    return page.frame_locator("iframe.webview").frame_locator("#active-frame")


def press(page, keys, cell_id):
    """Press the keys; return when the cell with this id is the selected one."""
    page.keyboard.press(keys)
    selected = page.locator(".notebookOverlay .monaco-list-row.focused")
    expect(selected).to_have_attribute("data-index", str(IDS.index(cell_id)))


def test_every_formula_is_typeset(page):
    expect(drawn(page).locator(".preview .katex")).to_have_count(len(FORMULAS))
    expect(drawn(page).locator(".preview .katex-error")).to_have_count(0)


def test_run_all_stops_at_the_first_blank_with_one_line(page):
    toolbar = page.locator(".notebook-toolbar-container")
    toolbar.get_by_role("button", name="Run All").click()
    expect(toolbar.locator(".codicon-notebook-state-error")).to_be_visible()
    toolbar.locator("li", has_text="Go To").click()
    expect(drawn(page).locator(".output.error")).to_have_text(
        re.compile("^load: not attempted[^\n]*$")
    )


def test_a_click_unfolds_the_target(page):
    picture = drawn(page).locator('details img[alt*="The picture in img"]')
    details = picture.locator("xpath=ancestor::details")
    expect(picture).to_be_hidden()
    details.locator("summary").click()
    expect(picture).to_be_visible()
    assert picture.evaluate(WIDTH) > 99
    details.locator("summary").click()
    expect(picture).to_be_hidden()


def test_the_right_answer_gets_its_tick_and_its_picture(page):
    press(page, "ArrowUp", "load")
    page.keyboard.press("Enter")
    editor = page.locator(".notebookOverlay .code-cell-row.focused .monaco-editor.focused")
    expect(editor).to_be_visible()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(source("load"))
    for next_cell in "load-target", "load-check", "load-look", "load-picture", "shape-text":
        press(page, "Shift+Enter", next_cell)
    outputs = drawn(page).locator(".output")
    expect(outputs.filter(has_text=re.compile("^✓ load\n"))).to_be_visible()
    assert outputs.locator('img[alt^="The picture in img"]').evaluate(WIDTH) > 99
    expect(drawn(page).locator(".output.error")).to_have_count(0)


def test_no_other_machine_is_asked_for_anything(page):
    assert [url for url in page.asked if not re.match(OURS, url)] == []
