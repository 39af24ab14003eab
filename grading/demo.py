"""The demonstration: a throw-away course in demo/, a class of real notebooks, graded by nbgrader's own commands."""

from __future__ import annotations

import copy
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import nbformat

from grading.build import BuildError, read_assignment
from grading.catalogue import read_catalogue
from grading.demo_class import CLASS
from grading.demo_desk import Desk

SETTINGS = """
# The demonstration's endless loops need not take long.
c.Boundary.cell_cpu = 4.0
"""


def prepare(root: Path, course: Path) -> None:
    """Make the course folder afresh: settings, source notebooks and what travels with them."""
    if course.exists():
        shutil.rmtree(course)
    course.mkdir()
    settings = (root / "nbgrader_config.py").read_text(encoding="utf-8")
    (course / "nbgrader_config.py").write_text(settings + SETTINGS, encoding="utf-8")
    for name in CLASS:
        if not (root / "source" / name / "utils").exists():
            raise BuildError(
                f"source/{name} is not complete; type `workbook build {name}`, then `workbook demo` again."
            )
    shutil.copytree(root / "source", course / "source")


def nbgrader(course: Path, *arguments: str) -> subprocess.Popen:
    """Start an nbgrader command in the course folder; its words go to demo/<command>-<assignment>.log."""
    with (course / f"{arguments[0]}-{arguments[1]}.log").open("w", encoding="utf-8") as log:
        command = [sys.executable, "-m", "nbgrader", *arguments]
        return subprocess.Popen(command, cwd=course, stdout=log, stderr=subprocess.STDOUT)


def hand_in(root: Path, course: Path, name: str) -> int:
    """Let the whole class hand one assignment in; returns how many did."""
    master = read_assignment(root, name)
    entries = read_catalogue(master)
    release = nbformat.read(course / "release" / name / f"{name}.ipynb", as_version=4)
    for member in CLASS[name]:
        member.hand_in(Desk(master, entries, copy.deepcopy(release), course / "submitted" / member.id / name))
    return len(CLASS[name])


def grade(course: Path, name: str, graded: Callable[[int], None]) -> None:
    """Autograde the class; `graded` is told how many submissions have an outcome.

    nbgrader's exit code is not looked at: it is not zero when a submission could not be graded, and some can't.
    """
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            graded(len(list((course / "autograded").glob(f"*/{name}/*.verdicts.json"))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        nbgrader(course, "autograde", name).wait()
    finally:
        done.set()
        watcher.join()


def feedback_pages(course: Path, name: str) -> list[Path]:
    """The feedback pages of one assignment."""
    return sorted((course / "feedback").glob(f"*/{name}/{name}.html"))
