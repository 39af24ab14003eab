"""Verifies an assignment: every answer in the repository gets what it should, and nothing secret is released.

The answers run in `grading.cases`, and once more behind the boundary in `grading.agree`. Problems are sentences;
printing them is the command line's.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat

from grading import diagnosis
from grading.agree import disagreements
from grading.build import BuildError, build, read_assignment
from grading.cases import Case, cases_of, run_cases
from grading.catalogue import read_catalogue
from grading.inputs import input_problems
from grading.limits import Boundary
from grading.local import LocalResult
from grading.master import BEGIN_HIDDEN, BEGIN_SOLUTION, END_HIDDEN, END_SOLUTION, Cell, Master, MasterError, Role
from grading.verdicts import Status, question_of

SENTINEL = "sentinel_271828 = 271828"
MADE_BY_HAND = {"README.md", "rubric.md", "teaching.md", "equivalent_mutants.toml", "wrong", "right", "figures"}


def judge(case: Case, results: dict[str, LocalResult]) -> list[str]:
    """What is not as it should be in the results of one case, a sentence each."""
    faults = [
        f"{case.name}: `{test}` has a fault of its own ({result.reason})"
        for test, result in results.items()
        if result.status is Status.GRADER_FAULT
    ]
    if faults:
        return faults
    failed = {test: result for test, result in results.items() if result.status is not Status.PASSED}
    if case.name == "stub":
        return [
            f"stub: `{test}` ended as {result.status} ({result.reason}) where {Status.NOT_WRITTEN} was wanted"
            for test, result in results.items()
            if result.status is not Status.NOT_WRITTEN
        ]
    if case.entry is None or not case.entry.is_wrong:
        return [f"{case.name}: `{test}` {result.status}: {result.reason}" for test, result in failed.items()]
    problems = [f"{case.name}: passes `{test}`, which it must fail" for test in case.entry.fails if test not in failed]
    foreign = [test for test in failed if question_of(test) != case.entry.question]
    return problems + [f"{case.name}: fails `{test}` of another question ({failed[test].reason})" for test in foreign]


def split_lines(cell: Cell) -> tuple[list[str], list[str]]:
    """(lines that a student sees, lines of solutions and hidden tests) of one cell, without blanks around them."""
    shown, secret, inside = [], [], False
    for line in map(str.strip, cell.source.splitlines()):
        if line.startswith((END_SOLUTION, END_HIDDEN)):
            inside = False
        elif line.startswith((BEGIN_SOLUTION, BEGIN_HIDDEN)):
            inside = True
        else:
            (secret if inside else shown).append(line)
    return shown, secret


def secret_lines(master: Master) -> set[str]:
    """The lines of solutions and hidden tests that stand nowhere in what a student may see."""
    parts = [split_lines(cell) for cell in master.cells]
    shown = {line for lines, _ in parts for line in lines}
    return {line for _, lines in parts for line in lines if len(line) >= 12} - shown


def leaks(master: Master, release: Path) -> list[str]:
    """Secret lines that stand in the released notebook, a sentence each."""
    notebook = nbformat.read(release, as_version=4)
    released = {line.strip() for cell in notebook.cells for line in cell.source.splitlines()}
    found = sorted(secret_lines(master) & released)
    marked = [line for line in released if BEGIN_HIDDEN in line or BEGIN_SOLUTION in line]
    return [f"{release}: holds `{line}`, which is secret" for line in found + marked]


def lost_lines(master: Master, release: Path) -> list[str]:
    """Lines that a student should see and that the released notebook lacks, a sentence each."""
    released = nbformat.read(release, as_version=4).cells
    problems = []
    for cell, made in zip(master.cells, released, strict=True):
        there = {line.strip() for line in made.source.splitlines()}
        problems += [
            f"{master.path}:{cell.line}: the release lacks the line `{line}` of this cell"
            for line in split_lines(cell)[0]
            if line and line not in there
        ]
    return problems


def check_build(root: Path, master: Master) -> list[str]:
    """Whether a rebuild equals what is committed, holds all that is no secret, and keeps a planted secret out."""
    name, problems = master.name, []
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        shutil.copy(root / "nbgrader_config.py", fresh)
        planted = fresh / "assignments" / name / f"{name}.py"
        planted.parent.mkdir(parents=True)
        shutil.copy(master.path, planted)
        _, release = build(fresh, name)
        for kind in ("source", "release"):
            made, committed = fresh / kind / name / f"{name}.ipynb", root / kind / name / f"{name}.ipynb"
            if not committed.exists() or committed.read_bytes() != made.read_bytes():
                problems.append(
                    f"{kind}/{name}/{name}.ipynb is not what the master makes: type `workbook build {name}`"
                )
        problems += leaks(master, release) + lost_lines(master, release)

        text = planted.read_text(encoding="utf-8")
        for marker in (BEGIN_SOLUTION, BEGIN_HIDDEN):
            text = _plant(text, marker)
        planted.write_text(text, encoding="utf-8")
        with_sentinel = read_assignment(fresh, name)
        source, release = build(fresh, name)
        if SENTINEL in release.read_text(encoding="utf-8"):
            problems.append(f"a sentinel planted in the secret parts of {name} reached the release")
        if not any(SENTINEL in leak for leak in leaks(with_sentinel, source)):
            problems.append("the check for leaks does not see a planted sentinel: it proves nothing")
    return problems


def _plant(text: str, marker: str) -> str:
    lines = []
    for line in text.splitlines():
        lines.append(line)
        if line.strip() == marker:
            lines.append(line.replace(marker, SENTINEL))
    return "\n".join(lines) + "\n"


def stray_files(root: Path, master: Master) -> list[str]:
    """Files of the assignment that belong to nothing; strays in wrong/ and right/ stop the catalogue's reader."""
    folder = master.path.parent
    strays = [path for path in folder.iterdir() if path.name not in {f"{master.name}.py", *MADE_BY_HAND, "__pycache__"}]
    tracked = subprocess.run(
        ["git", "ls-files", f"source/{master.name}", f"release/{master.name}"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    strays += [root / path for path in tracked if Path(path).name != f"{master.name}.ipynb"]
    return [f"{path}: belongs to nothing; remove it" for path in sorted(strays)]


@dataclass
class Report:
    """What `workbook verify` found for one assignment."""

    cases: int
    points: float
    problems: list[str]
    visible_catch: tuple[int, int]
    """How many wrong answers the visible tests alone catch, of how many."""


def verify(
    root: Path,
    name: str,
    boundary: Boundary | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Report:
    """Verify one assignment; `progress` is told how many cases have ended.

    With a `boundary`, verdicts behind it are compared with those here. Raises MasterError or BuildError where the
    assignment can't even be read, SandboxUnavailable or ExaminerError where there is no boundary to compare with.
    """
    master = read_assignment(root, name)
    entries = read_catalogue(master)
    cases, problems = cases_of(master, entries), stray_files(root, master)
    caught, wrong = 0, []
    for done, (case, results) in enumerate(run_cases(master, cases), 1):
        problems += judge(case, results)
        if case.entry is not None and case.entry.is_wrong:
            wrong.append((case.entry, results))
            caught += any(result.caught_by_visible for result in results.values())
        progress(done, len(cases))
    if boundary is not None:
        problems += disagreements(master, entries, boundary)
    problems += input_problems(master)
    try:
        problems += check_build(root, master)
    except (BuildError, MasterError) as error:
        problems.append(str(error))
    if diagnosis.TABLE.is_relative_to(root):
        stale = diagnosis.differences(diagnosis.knowledge(), diagnosis.gather(wrong), master.questions)
        problems += [f"wrong/{mistake}: not as it is kept. Type: workbook fingerprints {name}" for mistake in stale]
    points = sum(cell.points for cell in master.having(Role.TEST))
    return Report(len(cases), points, sorted(problems), (caught, len(wrong)))
