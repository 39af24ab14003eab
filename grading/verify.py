"""Verifies an assignment: every answer in the repository gets what it should, and nothing secret is released.

One warm process forks a child for each case; the children run `grading.local`. Returns problems as sentences;
printing them is the command line's.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from grading.build import BuildError, build, read_assignment
from grading.catalogue import Entry, read_catalogue
from grading.local import LocalResult, given_namespace, run_tests
from grading.master import BEGIN_HIDDEN, BEGIN_SOLUTION, END_HIDDEN, END_SOLUTION, Master, Role, bound_names
from grading.verdicts import Status

STUB = "raise NotImplementedError"
SENTINEL = "sentinel_271828 = 271828"
CASE_SECONDS = 300.0
MADE_BY_HAND = {"README.md", "rubric.md", "teaching.md", "wrong", "right", "figures"}


@dataclass(frozen=True)
class Case:
    """One set of answers to run: the reference with at most one question replaced.

    Where no other question's cells mention a name that the replaced answer binds, it can't reach their tests, and
    `only` its own are run.
    """

    name: str
    answers: dict[str, str]
    entry: Entry | None = None
    only: str | None = None


def reference_answers(master: Master) -> dict[str, str]:
    """The reference answer of each question: {question: source}."""
    return {cell.id: cell.source for cell in master.having(Role.SOLUTION)}


def stub_answers(master: Master) -> dict[str, str]:
    """What the release holds in the place of each answer."""
    return {cell.id: cut(cell.source, BEGIN_SOLUTION, END_SOLUTION, STUB) for cell in master.having(Role.SOLUTION)}


def cut(source: str, begin: str, end: str, instead: str) -> str:
    """The source with the lines from marker to marker replaced by one line at the same indentation."""
    lines, inside = [], False
    for line in source.splitlines():
        if begin in line:
            inside = True
            lines.append(line[: len(line) - len(line.lstrip())] + instead)
        elif end in line:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def cases_of(master: Master, entries: list[Entry]) -> list[Case]:
    """Reference, stub, and one case for each known answer."""
    reference = reference_answers(master)
    cases = [Case("reference", reference), Case("stub", stub_answers(master))]
    run = [*master.having(Role.SOLUTION), *master.having(Role.TEST)]
    for entry in entries:
        name = f"{'wrong' if entry.is_wrong else 'right'}/{entry.question}/{entry.name}"
        others = "\n".join(cell.source for cell in run if cell.question != entry.question)
        reaches_out = any(re.search(rf"\b{name}\b", others) for name in bound_names(entry.source))
        only = None if reaches_out else entry.question
        cases.append(Case(name, {**reference, entry.question: entry.source}, entry, only))
    return cases


def run_cases(
    master: Master, cases: list[Case], workers: int | None = None
) -> Iterator[tuple[Case, dict[str, LocalResult]]]:
    """Run every case in a fork of this process; yields (case, results) as they end.

    A child that dies or takes too long yields grader faults for all its tests.
    """
    given = given_namespace(master)
    workers = workers or os.cpu_count() or 1
    fork = multiprocessing.get_context("fork")
    waiting, running = list(reversed(cases)), {}
    while waiting or running:
        while waiting and len(running) < workers:
            case = waiting.pop()
            receiver, sender = fork.Pipe(duplex=False)
            child = fork.Process(target=_run_case, args=(sender, master, given, case))
            child.start()
            sender.close()
            running[receiver] = (case, child)
        ready = wait(list(running), timeout=CASE_SECONDS)
        for receiver in ready or list(running):
            case, child = running.pop(receiver)
            results = _receive(receiver) if ready else None
            child.kill()
            child.join()
            receiver.close()
            fault = LocalResult(Status.GRADER_FAULT, "the process of this case died or took too long")
            yield case, results or {test.id: fault for test in master.having(Role.TEST)}


def _run_case(sender: Connection, master: Master, given: dict, case: Case) -> None:
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        sender.send(run_tests(master, given, case.answers, case.only))


def _receive(receiver: Connection) -> dict[str, LocalResult] | None:
    try:
        return receiver.recv()
    except EOFError:
        return None


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
            f"stub: `{test}` ended as {result.status} ({result.reason}) where NotImplementedError was wanted"
            for test, result in results.items()
            if result.status is not Status.ERROR or not result.reason.startswith("NotImplementedError")
        ]
    if case.entry is None or not case.entry.is_wrong:
        return [f"{case.name}: `{test}` {result.status}: {result.reason}" for test, result in failed.items()]
    problems = [f"{case.name}: passes `{test}`, which it must fail" for test in case.entry.fails if test not in failed]
    foreign = [test for test in failed if test.split("__")[0] != case.entry.question]
    return problems + [f"{case.name}: fails `{test}` of another question ({failed[test].reason})" for test in foreign]


def secret_lines(master: Master) -> set[str]:
    """The lines of solutions and hidden tests that stand nowhere in what a student may see."""
    secret, shown = set(), set()
    for cell in master.cells:
        inside = False
        for line in map(str.strip, cell.source.splitlines()):
            if line.startswith((END_SOLUTION, END_HIDDEN)):
                inside = False
            elif line.startswith((BEGIN_SOLUTION, BEGIN_HIDDEN)):
                inside = True
            elif inside and len(line) >= 12:
                secret.add(line)
            else:
                shown.add(line)
    return secret - shown


def leaks(master: Master, release: Path) -> list[str]:
    """Secret lines that stand in the released notebook, a sentence each."""
    import nbformat

    notebook = nbformat.read(release, as_version=4)
    released = {line.strip() for cell in notebook.cells for line in cell.source.splitlines()}
    found = sorted(secret_lines(master) & released)
    marked = [line for line in released if BEGIN_HIDDEN in line or BEGIN_SOLUTION in line]
    return [f"{release}: holds `{line}`, which is secret" for line in found + marked]


def check_build(root: Path, master: Master) -> list[str]:
    """Whether a rebuild equals what is committed, and whether a planted secret stays out of the release."""
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
        problems += leaks(master, release)

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


def verify(root: Path, name: str, progress=lambda done, total: None) -> Report:
    """Verify one assignment; `progress` is told how many cases have ended.

    Raises MasterError or BuildError where the assignment can't even be read.
    """
    master = read_assignment(root, name)
    entries = read_catalogue(master)
    cases, problems = cases_of(master, entries), stray_files(root, master)
    caught, wrong = 0, 0
    for done, (case, results) in enumerate(run_cases(master, cases), 1):
        problems += judge(case, results)
        if case.entry is not None and case.entry.is_wrong:
            wrong += 1
            caught += any(result.status is not Status.PASSED and not result.hidden for result in results.values())
        progress(done, len(cases))
    try:
        problems += check_build(root, master)
    except BuildError as error:
        problems.append(str(error))
    points = sum(cell.points for cell in master.having(Role.TEST))
    return Report(len(cases), points, sorted(problems), (caught, wrong))
