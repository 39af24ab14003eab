"""Keeps what grading found: scores in the gradebook, the verdict file and the receipt beside the notebook.

Nothing that was recorded before is lost here: hand-given scores stay, and a submission that can't be graded only leaves
open what has no score yet. When a result is recorded is decided in `grading.autograde`.
"""

from __future__ import annotations

import fcntl
import importlib.metadata
import json
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import SaveAutoGrades
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task

from grading.verdicts import Status, Verdict, read_verdicts, verdict_path, write_verdicts

LOCK = ".lock"
STARTING = 60  # seconds in which a new run has surely locked its folder
LATER = "A later submission or grading came to nothing; these are the earlier results. "
OURS = ("jupyter-client", "nbgrader", "numpy", "scipy")
"""The packages whose versions a receipt names, beside Python's."""


class SaveVerdicts(SaveAutoGrades):
    """Saves the verdicts as scores, all of a notebook's at once; hand-given scores are never touched."""

    def preprocess(self, nb: NotebookNode, resources):
        """Write the scores and the automatic comments; outputs are never looked at."""
        paper = self.parent.parent.paper
        verdicts = {verdict.test: verdict for verdict in paper.verdicts}
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
            grades = {grade.name: grade for grade in submitted.grades}
            comments = {comment.name: comment for comment in submitted.comments}
            for cell in nb.cells:
                name = cell.metadata.get("nbgrader", {}).get("grade_id")
                if is_grade(cell):
                    verdict, grade = verdicts.get(name), grades[name]
                    grade.auto_score = _auto_score(cell, verdict, name in paper.missing)
                    for_a_person = grade.auto_score is None or grade.manual_score is not None
                    grade.needs_manual_grade = for_a_person or bool(verdict and verdict.near_limit)
                if is_solution(cell):
                    blank = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
                    comments[name].auto_comment = "No response." if blank else None
                elif is_task(cell):
                    comments[name].auto_comment = None
            gradebook.db.commit()
        return nb, resources


def _auto_score(cell: NotebookNode, verdict: Verdict | None, is_missing: bool) -> float | None:
    """The points that need no person; None leaves the score open."""
    if is_solution(cell):
        return None if is_missing else determine_grade(cell)[0]
    return verdict.points if verdict and verdict.status is not Status.GRADER_FAULT else None


def leave_open(gradebook: Gradebook, assignment: str, student: str, timestamp: datetime | None) -> None:
    """Record that a submission exists and that a person has to look at every score that it has not got yet."""
    try:
        gradebook.find_submission(assignment, student)
    except MissingEntry:
        gradebook.add_submission(assignment, student, timestamp=timestamp)
    for grade in gradebook.find_submission_notebook(assignment, assignment, student).grades:
        if grade.auto_score is None and grade.manual_score is None:
            grade.needs_manual_grade = True
    gradebook.db.commit()


def write_failure(folder: Path, notebook: str, tests: dict[str, float], status: Status, sentence: str) -> None:
    """Write the verdict file of a submission without a result: every test with no points, and why."""
    reason = "The submission could not be graded; see the note."
    verdicts = [Verdict(test, status, None, points, reason) for test, points in tests.items()]
    write_verdicts(verdict_path(folder, notebook), verdicts, [sentence])


def note_failure(folder: Path, notebook: str, sentence: str) -> None:
    """Add to an earlier result's verdict file that something later failed; all else in the folder stays."""
    path = verdict_path(folder, notebook)
    verdicts, notes = read_verdicts(path) if path.exists() else ([], [])
    notes = [note for note in notes if not note.startswith(LATER)]
    new = path.with_suffix(".new")
    write_verdicts(new, verdicts, [*notes, LATER + sentence])
    if path.exists():
        new.chmod(path.stat().st_mode)
    os.replace(new, path)


def write_receipt(path: Path, hashes: dict[str, str], limits: dict, verdicts: list[Verdict]) -> None:
    """Write what a grade can be replayed and compared by: hashes, versions, limits and points, no clock."""
    versions = {"python": platform.python_version()} | {name: importlib.metadata.version(name) for name in OURS}
    points = {verdict.test: verdict.points for verdict in verdicts}
    receipt = {"sha256": hashes, "versions": versions, "limits": limits, "points": points}
    path.write_text(json.dumps(receipt, indent=2) + "\n", encoding="utf-8")


def write_files(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write files below a folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


@contextmanager
def staging(results: Path) -> Iterator[Path]:
    """A folder in `results` to make results in; it goes afterwards, and so do those of runs that were killed."""
    for old in results.glob(".staging-*"):
        if (old / LOCK).exists() and old.stat().st_mtime < time.time() - STARTING and not _in_use(old):
            shutil.rmtree(old, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory(prefix=".staging-", dir=results) as folder,
        (Path(folder) / LOCK).open("w") as lock,
    ):
        fcntl.flock(lock, fcntl.LOCK_EX)  # kept until the process ends, however it ends
        yield Path(folder)


def _in_use(old: Path) -> bool:
    """Whether another run works in this folder."""
    with (old / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def put_in_place(made: Path, final: Path, earlier: Path) -> None:
    """Let a complete result replace an earlier one, which is moved to `earlier`, and comes back if that fails."""
    final.parent.mkdir(parents=True, exist_ok=True)
    earlier.parent.mkdir(parents=True, exist_ok=True)
    if final.exists():
        final.rename(earlier)
    try:
        made.rename(final)
    finally:
        if not final.exists() and earlier.exists():
            earlier.rename(final)
