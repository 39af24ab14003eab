"""Examines the submissions of a class, several side by side, and hands them back in order.

One submission's way is read, assemble, run: `grading.intake`, `grading.assemble`, `grading.engine`. What becomes of the
result is decided in `grading.autograde`.
"""

from __future__ import annotations

import math
import os
import resource
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from nbformat import NotebookNode
from nbgrader.converters import NbGraderException

from grading.assemble import NotThisAssignment, assemble
from grading.assignment import Assignment
from grading.intake import Place, Submission, read_submission
from grading.limits import Boundary
from grading.verdicts import Verdict

AHEAD = 4  # examined notebooks for each worker that may wait for a slow one before them
FILES = 100, 40, 3  # descriptors open at once at the most: of the run itself, of each worker, of each test of a worker
CGROUP = Path("/sys/fs/cgroup")


@dataclass
class Paper:
    """One examined submission: what was read, what was noticed, what came of its run."""

    submission: Submission
    notes: list[str]
    missing: set[str]
    notebook: NotebookNode
    """As it was run, with its outputs."""
    verdicts: list[Verdict]


def default_workers(boundary: Boundary) -> int:
    """One for each processor that this process may use, as far as the memory of all that they may run is there."""
    quota, period = _bounds("cpu.max", [math.inf, 1.0])
    processors = math.ceil(min(len(os.sched_getaffinity(0)), quota / period))
    memory = min(psutil.virtual_memory().total, *_bounds("memory.max", [math.inf]))
    return max(1, min(processors, int(memory // (boundary.memory + 2**29))))


def _bounds(name: str, without: list[float]) -> list[float]:
    """The numbers that bound a container, as the control group at its root says; `without` one or a bound."""
    try:
        words = (CGROUP / name).read_text(encoding="ascii").split()
        found = [math.inf if word == "max" else float(word) for word in words]
    except (OSError, ValueError):
        return without
    return found if len(found) == len(without) else without


def _as_files_allow(workers: int, tests: int) -> int:
    """So many workers, or as many as the limit on open files allows once it is raised as far as it may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    own, each, each_test = FILES
    wanted = own + workers * (each + each_test * tests)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == resource.RLIM_INFINITY:
        return workers
    return max(1, min(workers, (soft - own) // (each + each_test * tests)))


class Batch:
    """A context manager: at its end no worker and no examiner is left."""

    def __init__(
        self,
        boundary: Boundary,
        workers: int,
        assignment: Assignment,
        given: Path | None,
        allowed: list[str],
        given_names: set[str],
        is_due: Callable[[Place, Submission], bool],
    ):
        """What all submissions have in common.

        `given`: folder with the assignment's given files; `given_names`: their names in the source folder; `allowed`:
        patterns of files that may come along; `is_due`: whether a submission is to be examined at all.
        """
        self._boundary, self._workers = boundary, _as_files_allow(workers, len(assignment.tests))
        self._assignment, self._given = assignment, given
        self._allowed, self._given_names, self._is_due = allowed, given_names, is_due
        self._lock = threading.Lock()
        self._users: Counter = Counter()
        """For each examiner that is not closed how many workers use it."""
        self._serving = None

    def __enter__(self) -> Batch:
        self._boundary.stopped = False
        # a sandbox ends with the thread that started it: those of the pool live until all is done
        self._pool = ThreadPoolExecutor(self._workers, "examination")
        return self

    def __exit__(self, *exception) -> None:
        self._boundary.stopped = exception[0] is not None  # nobody waits for what is still under way
        try:
            self._pool.shutdown(cancel_futures=True)
        finally:
            for examiner in list(self._users):
                examiner.close()

    def of(self, places: Iterable[Place]) -> Iterator[tuple[Place, Future[Paper | None]]]:
        """Each submission in order, examined or about to be; None stands for one that is not due.

        While one is used the workers are busy with the next ones, but not far ahead. Asking a future for its result
        raises Ungradable, SandboxUnavailable, NbGraderException, or whatever a fault of ours raised.
        """
        ahead: deque[tuple[Place, Future[Paper | None]]] = deque()
        for place in places:
            ahead.append((place, self._pool.submit(self._examine, place)))
            if len(ahead) > AHEAD * self._workers:
                yield ahead.popleft()
        yield from ahead

    def _examine(self, place: Place) -> Paper | None:
        # imported late: students' commands and the Jupyter server read the same config and don't grade
        from grading.engine import examine

        submission = read_submission(place, self._boundary.submission_size, self._allowed, self._given_names)
        if not self._is_due(place, submission):
            return None
        try:
            assembled = assemble(self._assignment.source, self._assignment.stubs, submission.cells)
        except NotThisAssignment:
            problem = place.refuse(place.notebook, f"is another notebook: no cell of {place.assignment} is in it")
            problem.beside = submission.beside
            raise problem from None
        with self._examiner() as examiner:
            done = examine(assembled.notebook, self._boundary, examiner, self._given)
        notes = [*submission.notes, *assembled.notes, *done.notes]
        return Paper(submission, notes, assembled.missing, done.notebook, done.verdicts)

    @contextmanager
    def _examiner(self) -> Iterator:
        """The examiner that serves all workers. After a fault of ours the next one that asks gets a new one."""
        from grading.examiner import Examiner, ExaminerError

        with self._lock:
            if self._serving is None:
                try:
                    self._serving = Examiner(self._boundary)
                except ExaminerError as error:
                    raise NbGraderException(str(error)) from error
            examiner = self._serving
            self._users[examiner] += 1
        try:
            yield examiner
        except Exception:
            with self._lock:
                if self._serving is examiner:
                    self._serving = None
            raise
        finally:
            with self._lock:
                self._users[examiner] -= 1
                if examiner is not self._serving and not self._users[examiner]:
                    del self._users[examiner]
                    examiner.close()
