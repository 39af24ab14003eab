"""Cases: the sets of answers that an assignment is verified with, each run in a fork of one warm process.

Whether a case ended as it should is judged in `grading.verify`; the children run `grading.local`.
"""

from __future__ import annotations

import contextlib
import io
import math
import multiprocessing
import operator
import os
import re
import resource
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

import psutil

from grading.catalogue import Entry
from grading.local import LocalResult, given_namespace, run_tests
from grading.master import BEGIN_SOLUTION, END_SOLUTION, Master, Role, bound_names
from grading.verdicts import Status

STUB = "raise NotImplementedError"
CASE_SECONDS = 300.0
DIED = LocalResult(Status.GRADER_FAULT, "the process of this case died or took too long")


@dataclass(frozen=True)
class Bounds:
    """What the process of a case may use: `seconds` of processor time for each part of a test, `memory` in bytes.

    The memory is counted beyond what the process was born with. The tests end with the first whose visible part fails.
    """

    seconds: float
    memory: int

    def enforce(self, tests: int) -> None:
        """Bind this process. Beyond the time of all tests (twice: visible and hidden) the kernel ends it.

        That is for work inside of one call into a library, which no signal's handler interrupts.
        """
        memory = psutil.Process().memory_info().vms + self.memory
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        seconds = math.ceil(2 * tests * self.seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


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
    master: Master, cases: list[Case], workers: int | None = None, bounds: Bounds | None = None
) -> Iterator[tuple[Case, dict[str, LocalResult]]]:
    """Run every case in a fork of this process, within `bounds` if given; yields (case, results) as they end.

    A child that dies or takes too long yields DIED, a grader fault, for all its tests.
    """
    with contextlib.redirect_stdout(io.StringIO()):
        given = given_namespace(master)
    tests = master.having(Role.TEST)
    workers = workers or os.cpu_count() or 1
    fork = multiprocessing.get_context("fork")
    waiting, running = list(reversed(cases)), {}
    while waiting or running:
        while waiting and len(running) < workers:
            case = waiting.pop()
            receiver, sender = fork.Pipe(duplex=False)
            child = fork.Process(target=_run_case, args=(sender, master, given, case, bounds))
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
            yield case, results or {test.id: DIED for test in tests if case.only in (None, test.question)}


def _run_case(sender: Connection, master: Master, given: dict, case: Case, bounds: Bounds | None) -> None:
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        if bounds is None:
            results = run_tests(master, given, case.answers, case.only)
        else:
            bounds.enforce(sum(case.only in (None, test.question) for test in master.having(Role.TEST)))
            caught = operator.attrgetter("caught_by_visible")
            results = run_tests(master, given, case.answers, case.only, bounds.seconds, caught)
        sender.send(results)


def _receive(receiver: Connection) -> dict[str, LocalResult] | None:
    try:
        return receiver.recv()
    except EOFError:
        return None
