"""One run of a notebook from its start: cells in the student's kernel, tests in forks of it beside the examiner.

What is done when a cell ends the kernel, and what is written into the notebook and the verdicts, is the matter of
`grading.engine`.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from grading.exam import FAULT
from grading.examiner import Examiner, ExaminerError, Sitting
from grading.limits import Boundary
from grading.parts import STATUS_OF, PartEnd, run_part
from grading.plan import Plan, Test
from grading.seats import Seat
from grading.seeds import seed_of
from grading.student import Cause, CellResult, StudentKernel
from grading.verdicts import Status
from utils.diagnosis import Seen

NEAR = 0.8  # of a limit: a result above it is marked
MOST_SILENCES = 2  # a kernel that does not fork for so many tests will not for the others: waiting costs the class
UNJUDGED = "The hidden part of this test could not be run any more."
SECOND_TRY = 1.2  # times the limit: so a second run tells what is a little too slow from what never ends


class Budget:
    """What is left of a submission's time, all its runs together."""

    def __init__(self, boundary: Boundary):
        self._boundary, self._cpu = boundary, boundary.notebook_cpu
        self._wall_until = time.monotonic() + boundary.notebook_cpu * boundary.wall_factor

    def spend(self, cpu: float) -> None:
        self._cpu -= cpu

    def used_up(self) -> bool:
        return self._boundary.stopped or self._cpu <= 0 or time.monotonic() > self._wall_until

    def cpu(self, wanted: float) -> float:
        """So many seconds of processor time, or what is left."""
        return max(min(wanted, self._cpu), 0.0)

    def wall(self, wanted: float) -> float:
        return max(min(wanted, self._wall_until - time.monotonic()), 0.0)


@dataclass
class Standing:
    """How a test stands so far."""

    test: Test
    status: Status
    reason: str = ""
    printed: str = ""
    """What the visible part printed."""
    hidden: bool = False
    """Whether the hidden part decided."""
    judged: bool = False
    """Whether the hidden part was run."""
    cpu: float = 0.0
    """Seconds in the visible part."""
    memory: int = 0
    near_limit: bool = False
    seen: Seen | None = None
    """What the deciding part saw when it failed."""
    seat: Seat | None = None
    spare: Seat | None = None
    """A second fork of the same place, to run the visible part once more after a time-out."""


class Attempt:
    """A context manager: the student's kernel and the examiner's sitting live inside it."""

    def __init__(
        self,
        plan: Plan,
        boundary: Boundary,
        examiner: Examiner,
        given: Path | None,
        budget: Budget,
        skipped: Mapping[int, Cause],
        settled: Collection[str] = (),
        slow: Collection[str] = (),
    ):
        """What earlier attempts left to do.

        `skipped`: cells that ended the kernel; `settled`: tests that need not run again; `slow`: tests that were too
        slow once, so that this is their second and last try.
        """
        self._plan, self._boundary, self._budget = plan, boundary, budget
        self._skipped, self._settled, self._slow = skipped, settled, slow
        self._examiner, self._given = examiner, given
        self._sitting: Sitting | None = None
        # two seats a test (one is a spare)
        self._kernel = StudentKernel(boundary, given, tests=2 * len(plan.tests))
        self.cells: dict[int, CellResult] = {}
        self.standings: dict[str, Standing] = {}
        self._silent = 0
        self.broken: tuple[int, Cause] | None = None
        """The cell that ended the kernel, and how."""

    def __enter__(self) -> Attempt:
        """Raises SandboxUnavailable or KernelNotStarted."""
        self._begin_sitting()
        try:
            self._kernel.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def close(self) -> None:
        self._kernel.close()
        if self._sitting is not None:
            self._sitting.close()
            self._sitting = None

    def run(self, last: int | None = None) -> None:
        """Run the cells and the visible parts, until the cell `last`, the total limit or the end of the kernel."""
        for index in self._plan.code:
            if self.broken is not None or self._budget.used_up() or (last is not None and index > last):
                return
            if index in self._skipped:
                continue
            test = self._plan.tests.get(index)
            if test is None:
                self._run_cell(index)
            elif test.name not in self._settled:
                self._run_visible(test)

    def retry_visible(self) -> None:
        """Run the visible parts that were too slow once more, with nothing beside them, as far as the time allows."""
        allowed = SECOND_TRY * self._boundary.cell_cpu
        for standing in self.standings.values():
            if standing.spare is None or self._budget.cpu(allowed) < allowed or not self._kernel.alive():
                continue
            standing.seat, standing.spare = standing.spare, None
            self._take_visible(standing, self._visible(standing.test, standing.seat, allowed))

    def judge_hidden(self) -> set[str]:
        """Run the hidden parts where the visible part passed. Nothing that student code makes can reach an output now.

        Returns the tests that deserve another attempt: too slow for the first time, or ended with another's end.
        """
        self._kernel.freeze()
        again = set()
        for standing in self.standings.values():
            if standing.status is not Status.PASSED or not standing.test.hidden.strip():
                continue
            if self._budget.used_up() or not self._kernel.alive():
                standing.status, standing.hidden = Status.NOT_REACHED, True
                standing.reason = UNJUDGED
                if not self._budget.used_up():
                    again.add(standing.test.name)
                continue
            self._take_hidden(standing, self._hidden(standing))
            if standing.status is Status.TIMEOUT and standing.test.name not in self._slow:
                again.add(standing.test.name)
        return again

    def _begin_sitting(self) -> None:
        try:
            self._sitting = self._examiner.begin(list(self._plan.setup), self._given)
        except (ExaminerError, OSError, EOFError) as fault:
            self._boundary.log.warning("The examiner could not begin: %s", fault)

    def _run_cell(self, index: int) -> None:
        cpu = self._budget.cpu(self._boundary.cell_cpu)
        result = self._kernel.run_cell(self._plan.sources[index], cpu, self._wall(self._boundary.cell_cpu))
        self._budget.spend(result.cpu)
        self.cells[index] = result
        if not result.alive:
            self.broken = index, result.cause or Cause.DIED

    def _run_visible(self, test: Test) -> None:
        standing = self.standings[test.name] = Standing(test, Status.GRADER_FAULT, FAULT)
        if self._sitting is None:
            return
        seat = self._open_seat(test) if self._silent < MOST_SILENCES else Cause.SILENT
        if isinstance(seat, Cause):
            self._silent += seat is Cause.SILENT
            standing.status = STATUS_OF[seat]
            standing.reason = f"The test could not begin: {seat}."
            return
        standing.seat = seat
        self._take_visible(standing, self._visible(test, seat, self._allowed(test)))
        if not self._kernel.alive():
            self.broken = test.index, Cause.DIED
        elif standing.status is Status.TIMEOUT and test.name not in self._slow:
            spare = self._open_seat(test)
            standing.spare = spare if isinstance(spare, Seat) else None

    def _open_seat(self, test: Test) -> Seat | Cause:
        before = self._kernel.tree.cpu()
        cpu_seconds = 2 * SECOND_TRY * self._boundary.cell_cpu  # a backstop inside; the limit is watched from here
        seat = self._kernel.open_seat(test.name, seed_of(test.name), cpu_seconds)
        self._budget.spend(self._kernel.tree.cpu() - before)
        if not self._kernel.alive():
            self.broken = test.index, seat if isinstance(seat, Cause) else Cause.DIED
        return seat

    def _visible(self, test: Test, seat: Seat, cpu: float) -> PartEnd:
        def part():
            return self._sitting.visible(test.name, test.visible, seat.connection, seed_of(test.name))

        return self._run_part(seat, part, cpu)

    def _hidden(self, standing: Standing) -> PartEnd:
        test = standing.test
        allowed = self._allowed(test) - standing.cpu
        return self._run_part(standing.seat, lambda: self._sitting.hidden(test.name, test.hidden), max(allowed, 0.1))

    def _run_part(self, seat: Seat, part, cpu: float) -> PartEnd:
        before = self._kernel.tree.cpu()
        end = run_part(self._kernel, seat, part, self._budget.cpu(cpu), self._wall(cpu))
        self._budget.spend(max(end.cpu, self._kernel.tree.cpu() - before))
        if end.status is Status.GRADER_FAULT:
            self._boundary.log.warning("A test could not be run to its end: %s", end.detail)
        return end

    def _allowed(self, test: Test) -> float:
        """Seconds of processor time for both parts together."""
        return self._boundary.cell_cpu * (SECOND_TRY if test.name in self._slow else 1.0)

    def _wall(self, cpu: float) -> float:
        return self._budget.wall(cpu * self._boundary.wall_factor)

    def _take_visible(self, standing: Standing, end: PartEnd) -> None:
        standing.status, standing.reason, standing.printed = end.status, end.reason, end.printed
        standing.seen = end.seen
        standing.cpu, standing.memory = end.cpu, end.memory
        self._look_at_limits(standing, end.cpu, end.memory)
        if standing.status is not Status.PASSED or not standing.test.hidden.strip():
            standing.seat.close()

    def _take_hidden(self, standing: Standing, end: PartEnd) -> None:
        standing.judged = True
        if end.status is not Status.PASSED:
            standing.status, standing.reason, standing.seen = end.status, end.reason, end.seen
        # `cpu` and `memory` stay those of the visible part: hidden inputs could be told by them
        self._look_at_limits(standing, standing.cpu + end.cpu, max(standing.memory, end.memory))
        standing.hidden = standing.status is not Status.PASSED
        standing.seat.close()

    def _look_at_limits(self, standing: Standing, cpu: float, memory: int) -> None:
        """Mark what was near a limit; what ended in a second try by itself, but over it, is too slow by a little."""
        boundary = self._boundary
        ended = standing.status in (Status.PASSED, Status.FAILED, Status.NOT_WRITTEN, Status.ERROR)
        standing.near_limit = ended and (cpu > NEAR * boundary.cell_cpu or memory > NEAR * boundary.memory)
        if ended and cpu > boundary.cell_cpu:
            standing.status, standing.reason = Status.TIMEOUT, f"The test was stopped: {Cause.TIME}."
