"""The command `workbook`, run as the real program on a tiny course."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORKBOOK = Path(sys.executable).parent / "workbook"


def workbook(course, *arguments):
    return subprocess.run([WORKBOOK, *arguments], cwd=course, capture_output=True, text=True, timeout=120, check=False)


def test_build_and_verify(tiny):
    """Do the two commands end well on a sound course and say what they did?"""
    built = workbook(tiny, "build")
    assert (built.returncode, built.stdout) == (0, "tiny: source/tiny/tiny.ipynb and release/tiny/tiny.ipynb\n")
    verified = workbook(tiny, "verify", "tiny")
    assert verified.returncode == 0, verified.stdout
    assert (
        "5 sets of answers, 5 autograded points; visible tests alone catch 1 of 2 wrong answers; 0 problems"
        in verified.stdout
    )


def test_problems_end_with_an_error(tiny):
    """Is the exit code 1 when there is a problem?"""
    workbook(tiny, "build")
    (tiny / "assignments/tiny/stray.txt").write_text("")
    verified = workbook(tiny, "verify")
    assert verified.returncode == 1 and "stray.txt: belongs to nothing; remove it" in verified.stdout


def test_dist(tiny, tmp_path):
    """Does the zip hold all that a student needs, nothing of a run beside it, and the same bytes when made again?"""
    made = workbook(tiny, "dist", "tiny")
    packed = tiny / "dist/tiny.zip"
    assert (made.returncode, made.stdout) == (0, f"tiny: dist/tiny.zip, {packed.stat().st_size / 1e6:.1f} MB\n")
    first = packed.read_bytes()
    (tiny / "release/tiny/my_notes.txt").write_text("opened by the instructor")
    assert workbook(tiny, "dist", "tiny").returncode == 0
    assert packed.read_bytes() == first
    shutil.unpack_archive(packed, tmp_path / "student")
    folder = tmp_path / "student/tiny"
    assert sorted(path.name for path in folder.iterdir()) == ["README.md", "requirements.txt", "tiny.ipynb", "utils"]
    done = subprocess.run(
        [sys.executable, "-m", "utils", "check", "tiny.ipynb"], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert "0 of 5" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("command", ["build", "dist", "verify"])
def test_unknown_assignment(tiny, command):
    """Does an unknown name end with one sentence and no traceback?"""
    ended = workbook(tiny, command, "a9")
    assert (
        ended.returncode == 1 and "There is no assignment `a9`" in ended.stdout and "there are: tiny." in ended.stdout
    )
    assert "Traceback" not in ended.stdout + ended.stderr


@pytest.mark.parametrize("command", ["build", "dist", "verify"])
def test_no_course(tmp_path, command):
    """Does a folder that is no course end with one sentence that says where to go?"""
    ended = workbook(tmp_path, command)
    assert ended.returncode == 1 and "change to the course folder, or name it with --course" in ended.stdout


def test_mistake_in_a_master(tiny):
    """Does a mistake in a master end with its file and line?"""
    master = tiny / "assignments/tiny/tiny.py"
    master.write_text(master.read_text().replace('locked="setup"', 'given="setup"'))
    ended = workbook(tiny, "build")
    assert ended.returncode == 1 and f"{master}:12: found the header 'given'; wanted one of" in ended.stdout


def test_fingerprints_of_another_course(tiny):
    """Is what is kept of the real course safe from the command typed in another one?"""
    ended = workbook(tiny, "fingerprints")
    assert ended.returncode == 1 and "belongs to the course in" in ended.stdout


def test_check_of_no_file(tiny):
    """Is a file that is not there named, before anything else is looked for?"""
    ended = workbook(tiny, "check", "nothing.ipynb")
    assert ended.returncode == 1 and "There is no file nothing.ipynb. Type: workbook check FILE.ipynb" in ended.stdout
