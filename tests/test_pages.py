"""The formgrader's page and the feedback page of a hostile submission, in a real server and a real browser."""

# ruff: noqa: F401, F811 -- fixtures are imported

import secrets
import shutil
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from small_course import GOOD, built, nasty, real_course
from test_sanitize import ATTACKS

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is a developers' package: make test installs it"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium"),
]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture
def server(real_course):
    """The address of a Jupyter server in the course folder, and its token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    settings = real_course.root / "nbgrader_config.py"
    settings.write_text(settings.read_text() + f"c.CourseDirectory.root = {str(real_course.root)!r}\n")
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", f"--IdentityProvider.token={token}", "--LabApp.news_url=None"]
    with (real_course.root / "lab.log").open("w") as log:
        process = subprocess.Popen(command, cwd=real_course.root, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                urlopen(f"{address}/api?token={token}", timeout=1).close()
                break
            except OSError:
                time.sleep(0.5)
        yield address, token
    finally:
        process.terminate()
        process.wait(timeout=20)


def attack(notebook, cells):
    """Every known trick, as a written answer, as own cells and as outputs."""
    nasty(notebook, cells)
    cells["q2"].source += "\n\n" + "\n\n".join(ATTACKS)
    for trick in ATTACKS:
        code = f"from IPython.display import HTML, Markdown, display\ndisplay(HTML({trick!r}), Markdown({trick!r}))"
        notebook.cells.append(
            {"cell_type": "code", "metadata": {}, "source": code, "outputs": [], "execution_count": None}
        )
    notebook.cells.append({"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": "\n".join(ATTACKS)})


def test_nothing_of_a_submission_runs_in_a_browser(real_course, server):
    """Does the formgrader's button grade under the boundary, and do both pages open without running or fetching a thing?"""
    address, token = server
    course = real_course
    course.hand_in("eve", GOOD, change=attack)
    asked, said = [], []
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page()
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.route("**://cdnjs.cloudflare.com/**", lambda route: route.abort())  # MathJax: there may be no network

        page.goto(f"{address}/login?token={token}")
        page.goto(f"{address}/formgrader/manage_submissions/aa")
        page.click("tr:has(td.student-id) td.autograde a")
        page.wait_for_selector(".modal:has-text('Success')", timeout=120_000)
        assert course.scores("eve") == {"q1__values": (2, False), "q1__zero": (1, False), "q2": (None, True)}

        with course.gradebook() as gradebook:
            number = gradebook.find_submission_notebook("aa", "aa", "eve").id
        page.goto(f"{address}/formgrader/submissions/{number}/", wait_until="load")
        page.wait_for_selector("input.score")
        page.wait_for_timeout(1500)
        shown = page.inner_text("#notebook-container")
        assert "271828" in shown
        assert "I say $a<b$ and so." in shown
        page.fill("input.score#q2", "2")
        page.press("input.score#q2", "Tab")
        page.wait_for_timeout(1500)
        with course.gradebook() as gradebook:
            assert gradebook.find_grade("q2", "aa", "aa", "eve").manual_score == 2

        result = course.api().generate_feedback("aa", "eve")
        assert result["success"], result["log"]
        page.goto((course.root / "feedback/eve/aa/aa.html").as_uri(), wait_until="load")
        page.wait_for_timeout(1500)
        feedback = page.inner_text("#notebook-container")
        browser.close()
    assert "I say $a<b$ and so." in feedback
    assert "271828" not in feedback
    assert said == []
    assert [url for url in asked if "e.example" in url or url.endswith(("/x", "evil.html"))] == []


def test_files_beside_a_submission_run_nothing(real_course, server):
    """Is a page that a student handed in beside the notebook not there for the formgrader to serve?"""
    address, token = server
    folder = real_course.hand_in("eve", GOOD)
    (folder / "evil.html").write_text("<script>alert(1)</script>")
    assert real_course.autograde(extra_files={"aa": ["*"]}) == ""
    with real_course.gradebook() as gradebook:
        number = gradebook.find_submission_notebook("aa", "aa", "eve").id
    beside = f"{address}/formgrader/submissions/{number}/{{}}?token={token}"
    assert urlopen(beside.format("table.csv"), timeout=10).read() == b"1,2\n"
    with pytest.raises(HTTPError) as refused:
        urlopen(beside.format("evil.html"), timeout=10)
    assert refused.value.code == 404
