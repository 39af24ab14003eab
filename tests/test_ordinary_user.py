"""Grading by an ordinary user: who makes the tests run as root finds out here whether others can grade, too."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import psutil
import pytest

from grading.sandbox import SandboxUnavailable, check_sandbox, python_folders
from grading.verdicts import Status, read_verdicts

HOME = Path(__file__).resolve().parent.parent
UID = 54321
LINES = {
    "right": "return x + 1",
    "wrong": "return x + 2",
    "bomb": "import os\n    while True:\n        os.fork()",
    "veiled": "import ctypes, os, time\n    ctypes.CDLL(None).prctl(4, 0)  # others may not look into this process\n"
    "    if any(os.fork() == 0 for _ in range(20)):\n        time.sleep(60)\n    return x + 1",
}


def _why_not() -> str:
    if os.geteuid() != 0:
        return "only root can become another user; for an ordinary one the other tests say the same"
    missing = [name for name in ("setpriv", "unshare", "mount") if shutil.which(name) is None]
    if missing:
        return f"{', '.join(missing)} is not installed"
    try:
        check_sandbox()
    except SandboxUnavailable as problem:
        return str(problem)
    ended = subprocess.run(as_user(Path("/tmp"), ["true"]), capture_output=True, text=True, timeout=60, check=False)
    return f"no other user can be had here: {ended.stderr.strip()}" if ended.returncode else ""


def as_user(folder: Path, command: list[str]) -> list[str]:
    """The command line that runs a command in `folder` as an ordinary user who can read this Python and the product.

    Where they lie below a private folder, such as root's home, others see only them of it: in a view of the file system
    that ends with the command.
    """
    shown = sorted({path.resolve() for path in [*python_folders(), HOME]})
    private = {
        path: next((up for up in reversed(path.parents) if not up.stat().st_mode & 0o001), None) for path in shown
    }
    lines = ["set -e", "stage=$(mktemp -d)", "mount -t tmpfs none $stage"]
    for number, (path, above) in enumerate(private.items()):
        if above:
            lines += [f"mkdir $stage/{number}", f"mount --bind {shlex.quote(str(path))} $stage/{number}"]
    lines += [f"mount -t tmpfs -o mode=755 none {shlex.quote(str(above))}" for above in {*private.values()} - {None}]
    for number, (path, above) in enumerate(private.items()):
        if above:
            place = shlex.quote(str(path))
            lines += [f"mkdir -p {place}", f"mount --bind $stage/{number} {place}"]
    user = ["setpriv", "--reuid", str(UID), "--regid", str(UID), "--clear-groups", "--"]
    path = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"
    environment = ["env", "-i", f"PATH={path}", f"HOME={folder}", "LANG=C.UTF-8"]
    lines += ["umount -l $stage", "rmdir $stage", f"cd {shlex.quote(str(folder))}", "umask 022"]
    lines += ["exec " + shlex.join([*user, *environment, *command])]
    return ["unshare", "--mount", "sh", "-c", "\n".join(lines)]


WHY_NOT = _why_not()
pytestmark = [pytest.mark.e2e, pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)]


def run(folder: Path, *command: str) -> str:
    """What a command says that is run as the user; it must end well."""
    ended = subprocess.run(as_user(folder, list(command)), capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture
def theirs(tiny):
    """The tiny course in a folder of the user's, with three submissions: right, wrong, a fork bomb, and one that hides."""
    with tempfile.TemporaryDirectory(prefix="workbook-user-") as name:
        course = Path(name, "course")
        shutil.copytree(tiny, course)
        with (course / "nbgrader_config.py").open("a") as settings:
            settings.write("\nc.Boundary.cell_cpu = 4.0\n")
        _give(Path(name))
        run(course, "workbook", "build", "tiny")
        released = nbformat.read(course / "release/tiny/tiny.ipynb", as_version=4)
        for member, line in LINES.items():
            answers = {"q1_more": f"def more(x):\n    {line}", "q1_twice": "def twice(x):\n    return 2 * x"}
            for cell in released.cells:
                cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
            (course / "submitted" / member / "tiny").mkdir(parents=True)
            nbformat.write(released, course / "submitted" / member / "tiny/tiny.ipynb")
        _give(Path(name))
        yield course


def _give(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, UID, UID)


def test_who_grades(theirs):
    """Is it an ordinary user, who can't read what is root's?"""
    code = "import os; print(os.getuid(), os.access('/etc/shadow', os.R_OK), os.access('/etc', os.W_OK))"
    assert run(theirs, "python", "-c", code) == f"{UID} False False\n"


def test_check(theirs):
    """Does `workbook check` give a right notebook all points and a wrong one its own?"""
    told = {
        member: run(theirs, "workbook", "check", f"submitted/{member}/tiny/tiny.ipynb") for member in ("right", "wrong")
    }
    assert told["right"].count("passed") == 3
    assert told["wrong"].count("passed") == 1 and told["wrong"].count("failed") >= 2


def test_autograde(theirs):
    """Does `nbgrader autograde` grade the class, and cost a fork bomb, and processes that hide, only their own tests?"""
    run(theirs, "nbgrader", "autograde", "tiny")
    points, statuses = {}, {}
    for member in LINES:
        verdicts, _ = read_verdicts(theirs / f"autograded/{member}/tiny/tiny.verdicts.json")
        points[member] = [verdict.points for verdict in verdicts]
        statuses[member] = {verdict.status for verdict in verdicts[:2]}
    assert points == {"right": [2, 1, 2], "wrong": [0, 0, 2], "bomb": [0, 0, 2], "veiled": [0, 0, 2]}
    assert statuses["right"] == {Status.PASSED}
    assert statuses["wrong"] == {Status.FAILED}
    assert statuses["veiled"] == {Status.KILLED}
    assert not statuses["bomb"] & {Status.PASSED, Status.FAILED, Status.GRADER_FAULT}
    left = [process.info for process in psutil.process_iter(["uids", "status", "name"])]
    assert not [info for info in left if info["uids"].real == UID and info["status"] != psutil.STATUS_ZOMBIE]
