"""One run of a notebook from its start: cells in the student's kernel, tests in forks of it beside the examiner.

What is done when a cell ends the kernel, and what is written into the notebook and the verdicts, is the matter of
`grading.engine`.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from grading.budgets import Budgets
from grading.deaths import Death, Doubt, Timeline
from grading.exam import FAULT
from grading.examiner import Examiner, ExaminerError, Sitting
from grading.limits import Boundary
from grading.parts import STATUS_OF, PartEnd, run_part
from grading.plan import Plan, Test
from grading.provisioner import KernelNotStarted
from grading.seats import Seat
from grading.seeds import seed_of
from grading.student import Cause, CellResult, StudentKernel
from grading.undefined import explanation_of, with_explanation
from grading.verdicts import Status
from utils.diagnosis import Seen

NEAR = 0.8  # of a limit: a result above it is marked
MOST_SILENCES = 2  # a kernel that does not fork for so many tests will not for the others: waiting costs the class
UNJUDGED = "The hidden part of this test could not be run any more."
SECOND_TRY = 1.2  # times the limit: so a second run tells what is a little too slow from what never ends


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
        budgets: Budgets,
        skipped: Mapping[int, Cause],
        settled: Collection[str] = (),
        slow: Collection[str] = (),
        doubt: Doubt | None = None,
    ):
        """What earlier attempts left to do.

        `skipped`: steps that ended the kernel; `settled`: tests that need not run again; `slow`: tests that were too
        slow once, so that this is their second and last try; `doubt`: what this run is to find out.
        """
        self._plan, self._boundary, self._budgets = plan, boundary, budgets
        self._skipped, self._settled, self._slow, self._doubt = skipped, settled, slow, doubt
        self._examiner, self._given = examiner, given
        self._sitting: Sitting | None = None
        self._kernel = self._new_kernel()
        self._timeline = Timeline()
        self.cells: dict[int, CellResult] = {}
        self.standings: dict[str, Standing] = {}
        self._silent = 0
        self.left_out: list[int] = []
        """The student's own cells for which there was no time any more."""
        self.death: Death | None = None
        self._in_full = True  # whether each wait was as long as it had to be
        self.confirmed = False
        """Whether the step that was left out on trial is the one that ended the kernel."""

    def __enter__(self) -> Attempt:
        """Raises SandboxUnavailable, or KernelNotStarted at the second time."""
        self._begin_sitting()
        try:
            try:
                self._kernel.start()
            except KernelNotStarted as fault:
                self._boundary.log.warning("%s It is started once more.", fault)
                self._kernel.close()
                self._kernel = self._new_kernel()
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
        """Run the cells and the visible parts, until the cell `last`, the total limit or the end of the kernel.

        Then the kernel's process is stopped: only seats run.
        """
        doubt = self._doubt
        for index in self._plan.code:
            if self.death is not None or self._budgets.graded.used_up() or (last is not None and index > last):
                break
            if doubt is not None and doubt.in_place_of(index):
                self._watch(index)
                self.confirmed = self.death is None and self._in_full
            elif index in self._plan.own and self._budgets.own.used_up():
                self.left_out.append(index)
            elif index not in self._skipped:
                self._step(index)
                if doubt is not None and doubt.after(index) and self.death is None:
                    self._watch(index)
        self._kernel.freeze()
        if self.death is None and not self._kernel.alive():  # after the last step
            self._ended(index, Cause.DIED)

    def _new_kernel(self) -> StudentKernel:
        return StudentKernel(self._boundary, self._given, tests=2 * len(self._plan.tests))  # one of two is a spare

    def _step(self, index: int) -> None:
        test = self._plan.tests.get(index)
        if test is not None and test.name in self._settled:
            return
        self._timeline.began[index] = time.monotonic()
        if test is None:
            self._run_cell(index)
        else:
            self._run_visible(test)
        self._timeline.ended[index] = time.monotonic()

    def _watch(self, index: int) -> None:
        """See whether the kernel ends now, by the doing of a step that has ended."""
        began = time.monotonic()
        wanted = self._doubt.until(self._timeline) - began
        allowed = self._budgets.graded.wall(wanted)
        self._in_full = self._in_full and allowed >= wanted
        cause = self._kernel.watch(began + allowed)
        self._budgets.graded.spend(0.0, time.monotonic() - began)
        if cause is not None:
            self._note_death(index, cause, self._settles(index))

    def _note_death(self, index: int, cause: Cause, certain: bool) -> None:
        self.death = Death(index, cause, certain, time.monotonic(), dict(self._timeline.began))

    def _ended(self, index: int, cause: Cause) -> None:
        """The kernel ended at a step: by itself, which an earlier step may have caused, or we ended it for this one."""
        self._note_death(index, cause, cause is not Cause.DIED or self._settles(index))

    def _settles(self, index: int) -> bool:
        """Whether a death at this step is its own doing, since this run waited after each one before."""
        return self._doubt is not None and self._in_full and self._doubt.settles(index)

    def retry_visible(self) -> None:
        """Run the visible parts that were too slow once more, with nothing beside them, as far as the time allows."""
        allowed = SECOND_TRY * self._boundary.cell_cpu
        for standing in self.standings.values():
            if standing.spare is None or self._budgets.graded.cpu(allowed) < allowed or not self._kernel.alive():
                continue
            standing.seat, standing.spare = standing.spare, None
            self._take_visible(standing, self._visible(standing.test, standing.seat, allowed))

    def judge_hidden(self) -> set[str]:
        """Run the hidden parts where the visible part passed. Nothing that student code makes may reach an output now.

        Returns the tests that deserve another attempt: too slow for the first time, or ended with another's end.
        """
        again, budget = set(), self._budgets.graded
        for standing in self.standings.values():
            if standing.status is not Status.PASSED or not standing.test.hidden.strip():
                continue
            if budget.used_up() or not self._kernel.alive():
                standing.status, standing.hidden = Status.NOT_REACHED, True
                standing.reason = UNJUDGED
                if not budget.used_up():
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
        budget = self._budgets.own if index in self._plan.own else self._budgets.graded
        limit, began = self._boundary.cell_cpu, time.monotonic()
        wall = budget.wall(limit * self._boundary.wall_factor)
        result = self._kernel.run_cell(self._plan.sources[index], budget.cpu(limit), wall)
        budget.spend(result.cpu, time.monotonic() - began)
        self.cells[index] = result
        if not result.alive:
            self._ended(index, result.cause or Cause.DIED)

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
        end = self._visible(test, seat, self._allowed(test))
        self._take_visible(standing, end)
        if not self._kernel.alive():
            self._ended(test.index, end.cause or Cause.DIED)
        elif standing.status is Status.TIMEOUT and test.name not in self._slow:
            spare = self._open_seat(test)
            standing.spare = spare if isinstance(spare, Seat) else None

    def _open_seat(self, test: Test) -> Seat | Cause:
        before, began = self._kernel.tree.cpu(), time.monotonic()
        cpu_seconds = 2 * SECOND_TRY * self._boundary.cell_cpu  # a backstop inside; the limit is watched from here
        seat = self._kernel.open_seat(test.name, seed_of(test.name), cpu_seconds)
        self._budgets.graded.spend(self._kernel.tree.cpu() - before, time.monotonic() - began)
        if not self._kernel.alive():
            self._ended(test.index, seat if isinstance(seat, Cause) else Cause.DIED)
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
        budget, before, began = self._budgets.graded, self._kernel.tree.cpu(), time.monotonic()
        wall = budget.wall(cpu * self._boundary.wall_factor)
        end = run_part(self._kernel, seat, part, budget.cpu(cpu), wall)
        budget.spend(max(end.cpu, self._kernel.tree.cpu() - before), time.monotonic() - began)
        if end.status is Status.GRADER_FAULT:
            self._boundary.log.warning("A test could not be run to its end: %s", end.detail)
        return end

    def _allowed(self, test: Test) -> float:
        """Seconds of processor time for both parts together."""
        return self._boundary.cell_cpu * (SECOND_TRY if test.name in self._slow else 1.0)

    def _take_visible(self, standing: Standing, end: PartEnd) -> None:
        standing.status, standing.reason, standing.printed = end.status, end.reason, end.printed
        if end.undefined:
            explanation = explanation_of(end.undefined, self._plan, self.cells, self._skipped)
            standing.reason = with_explanation(end, explanation)
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
