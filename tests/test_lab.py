"""The released notebooks in a real JupyterLab and a real browser."""

import secrets
import shutil
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import nbformat
import pytest
from conftest import HOME

from grading.build import assignment_names, copy_utils

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is a developers' package: make test installs it"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium"),
]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab over a folder with every release, complete as a student gets it."""
    folder = tmp_path_factory.mktemp("student")
    for name in assignment_names(HOME):
        (folder / name).mkdir()
        shutil.copy(HOME / "release" / name / f"{name}.ipynb", folder / name)
        copy_utils(folder / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    command = [
        sys.executable,
        "-m",
        "jupyter",
        "lab",
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        "--ip=127.0.0.1",
    ]
    command += [f"--IdentityProvider.token={token}", f"--notebook-dir={folder}", "--LabApp.news_url=None"]
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
    try:
        for _ in range(120):
            try:
                urlopen(f"http://127.0.0.1:{port}/api?token={token}", timeout=1).close()
                break
            except OSError:
                time.sleep(0.5)
        yield f"http://127.0.0.1:{port}/lab/tree/{{}}?reset&token={token}", folder
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.parametrize("name", assignment_names(HOME))
def test_release_in_lab(lab, name):
    """Does the released notebook open in JupyterLab, run to its end, and fail only where a stub says so?"""
    address, folder = lab
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1300, "height": 1000})
        page.goto(address.format(f"{name}/{name}.ipynb"))
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=120_000)
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(
            state="attached", timeout=120_000
        )
        saved = folder / name / f"{name}.ipynb"
        cells = nbformat.read(saved, as_version=4).cells
        _run_each(page, len(cells))
        page.keyboard.press("Control+s")
        page.wait_for_selector(".jp-mod-dirty", state="detached")
        time.sleep(2)
        page.screenshot(path=folder / f"{name}.png")
        browser.close()
    executed = [cell for cell in nbformat.read(saved, as_version=4).cells if cell.cell_type == "code" and cell.source]
    assert all(cell.execution_count for cell in executed)
    failures = [output.ename for cell in executed for output in cell.outputs if output.output_type == "error"]
    assert failures and set(failures) == {"NotImplementedError"}


def _run_each(page, count: int) -> None:
    """Run each cell in turn, as a reader does; "Run All" would stop at the first error."""
    idle = page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.keyboard.press("Escape")
    for _ in range(count):
        page.keyboard.press("Shift+Enter")
        page.wait_for_timeout(150)
        idle.wait_for(state="attached", timeout=120_000)
