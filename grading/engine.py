"""Examines one submission: runs its notebook behind the boundary, judges every test, writes the outputs and verdicts.

A plain function of a notebook; where notebooks come from (`grading.assemble`) and where verdicts go
(`grading.autograde`) is the matter of others. How cells and tests are run stands in `grading.attempt`.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_output

from grading.attempt import UNJUDGED, Attempt, Standing
from grading.budgets import Budgets
from grading.deaths import Doubt
from grading.diagnosis import Outcome, knowledge
from grading.examiner import Examiner
from grading.limits import Boundary
from grading.parts import STATUS_OF
from grading.plan import Plan, Test, plan_of
from grading.provisioner import KernelNotStarted
from grading.student import Cause
from grading.undefined import imports_left_out
from grading.verdicts import Status, Verdict
from utils.messages import led_by

MOST_LEFT_OUT = 3  # cells or tests that ended the process, before it is given up at the next one
MOST_RUNS = 3 * (MOST_LEFT_OUT + 1)  # it takes three at most to find one
NO_TIME = "This cell was left out: your own cells have used up the time that they have together when grading."
DOUBTFUL = "The notebook's process ended while this cell ran, and was not started again."
SKIPPED = "(a long run, skipped when grading; a picture here is the one that was handed in)\n"

CellOutputs = tuple[list[NotebookNode], int | None]
"""What is written into a cell: its outputs and its execution count."""


@dataclass
class Examination:
    """What came of a submission: the executed notebook, one verdict a test in their order, notes about the whole."""

    notebook: NotebookNode
    verdicts: list[Verdict]
    notes: list[str]


def examine(notebook: NotebookNode, boundary: Boundary, examiner: Examiner, given: Path | None = None) -> Examination:
    """Run an assembled notebook and judge its tests.

    `notebook`: the instructor's cells with the student's answers, hidden parts still in it (it is not changed);
    `given`: folder with the files that the notebook needs beside it. In the result, test cells keep their source.

    Raises SandboxUnavailable where students' code can't be isolated. Whatever a submission does ends in verdicts. Call
    it from a thread that lives on: the sandbox ends with the thread that started it.
    """
    case = _Case(plan_of(notebook), boundary, examiner, given)
    try:
        case.run()
    except KernelNotStarted as fault:
        boundary.log.error("A submission could not be examined to its end. %s", fault)
        case.fault(str(fault))
    return case.written(notebook)


class _Case:
    """One submission under examination: what its runs have shown so far."""

    def __init__(self, plan: Plan, boundary: Boundary, examiner: Examiner, given: Path | None):
        self._plan, self._boundary, self._examiner, self._given = plan, boundary, examiner, given
        self._budgets = Budgets(boundary)
        self._standings: dict[str, Standing] = {}
        self._skipped: dict[int, Cause] = {}
        self._outputs: dict[int, CellOutputs] = {}
        self._notes: list[str] = []

    def run(self) -> None:
        """Run the notebook, again from its start without the step that ended it, until none does.

        Raises SandboxUnavailable or KernelNotStarted.
        """
        again: set[str] = set()
        doubt: Doubt | None = None
        for runs in range(1, MOST_RUNS + 1):
            with self._attempt(self._settled(), self._slow(), doubt) as attempt:
                attempt.run()
                self._look_at_death(attempt, doubt)
                last = attempt.death is None or len(self._skipped) > MOST_LEFT_OUT or runs == MOST_RUNS
                if last:
                    attempt.retry_visible()
                    self._outputs = _outputs_of_cells(self._plan, attempt, self._skipped)
                    # From here on only statuses, and texts of the catalogue, follow from what student code does.
                    again = attempt.judge_hidden()
                self._take_standings(attempt)
            if last:
                break
            doubt = _next_doubt(attempt, doubt)
        self._note_end(attempt)
        if again and not self._budgets.graded.used_up():
            self._judge_again(again)

    def fault(self, reason: str) -> None:
        """The student's kernel can't be started: what is not settled is the grader's fault."""
        self._notes.append(reason)
        settled = self._settled()
        judged = {name for name, standing in self._standings.items() if standing.judged}
        for test in self._plan.tests.values():
            if test.name not in settled | judged:
                self._standings[test.name] = Standing(test, Status.GRADER_FAULT, reason)

    def written(self, notebook: NotebookNode) -> Examination:
        """The notebook with its outputs, and the verdicts."""
        executed = copy.deepcopy(notebook)
        for index, (made, count) in self._outputs.items():
            kept = executed.cells[index].outputs if index in self._plan.long else []
            executed.cells[index].outputs, executed.cells[index].execution_count = [*made, *kept], count
        verdicts = []
        standings = {index: self._final(test) for index, test in self._plan.tests.items()}
        outcomes = [Outcome(end.test.name, end.status, end.hidden, end.seen) for end in standings.values()]
        mistakes = knowledge().mistakes(outcomes)
        for index, standing in standings.items():
            known = mistakes.get(standing.test.name, ())
            text = knowledge().text(known)
            if text:
                standing.reason = led_by(text, standing.reason)
            executed.cells[index].outputs, executed.cells[index].execution_count = _outputs_of_test(standing), None
            verdicts.append(_verdict(standing, known))
        return Examination(executed, verdicts, self._notes)

    def _attempt(self, settled: set[str], slow: set[str], doubt: Doubt | None = None) -> Attempt:
        on_trial = {doubt.death.index: doubt.death.cause} if doubt is not None and not doubt.thorough else {}
        skipped = self._skipped | on_trial
        return Attempt(
            self._plan, self._boundary, self._examiner, self._given, self._budgets, skipped, settled, slow, doubt
        )

    def _settled(self) -> set[str]:
        """Tests that another run can't change: those that failed, and those that passed and have no hidden part."""
        open_again = (Status.PASSED, Status.TIMEOUT, Status.GRADER_FAULT)
        return {
            name
            for name, standing in self._standings.items()
            if standing.status not in open_again
            or (standing.status is Status.PASSED and not standing.test.hidden.strip())
        }

    def _slow(self) -> set[str]:
        return {name for name, standing in self._standings.items() if standing.status is Status.TIMEOUT}

    def _look_at_death(self, attempt: Attempt, doubt: Doubt | None) -> None:
        """Leave out from now on what is known to have ended a kernel."""
        if attempt.confirmed:
            self._leave_out(doubt.death.index, doubt.death.cause)
        if attempt.death is not None and attempt.death.certain:
            self._leave_out(attempt.death.index, attempt.death.cause)

    def _leave_out(self, index: int, cause: Cause) -> None:
        self._skipped[index] = cause
        self._notes.append(f"Cell {index + 1} ended the notebook's process, and was then left out: {cause}.")

    def _take_standings(self, attempt: Attempt) -> None:
        """How tests stand after a run; what a test looked like at which the kernel died is not its own doing."""
        death = attempt.death
        doubtful = self._plan.tests.get(death.index) if death is not None and not death.certain else None
        self._standings |= {name: end for name, end in attempt.standings.items() if end.test is not doubtful}
        for index in self._skipped.keys() & self._plan.tests.keys():
            test, cause = self._plan.tests[index], self._skipped[index]
            if test.name not in self._standings or self._standings[test.name].status is Status.PASSED:
                self._standings[test.name] = Standing(test, STATUS_OF[cause], f"The test was stopped: {cause}.")

    def _note_end(self, attempt: Attempt) -> None:
        for index, result in attempt.cells.items():
            if result.cause is not None and result.alive:
                self._notes.append(f"Cell {index + 1} was stopped: {result.cause}.")
            if imports := imports_left_out(result):
                self._notes.append(
                    f"Cell {index + 1} counts without imports that fail here and that it does not use: {imports}."
                )
        if attempt.left_out:
            cells = ", ".join(str(index + 1) for index in attempt.left_out)
            self._notes.append(f"Left out, since the time for cells of the student's own was used up: cells {cells}.")
        if attempt.death is not None:
            self._notes.append(
                f"The notebook was not run again after {len(self._skipped)} cells had ended its process."
            )
        if self._budgets.graded.used_up():
            self._notes.append("The time for the answers and tests was used up before the notebook's end.")

    def _judge_again(self, again: set[str]) -> None:
        """Judge hidden parts once more, from a new run; where they come as far, that is how they stand."""
        others = {test.name for test in self._plan.tests.values()} - again
        with self._attempt(others, again) as attempt:
            attempt.run(max(test.index for test in self._plan.tests.values() if test.name in again))
            attempt.judge_hidden()
        for name, standing in attempt.standings.items():
            if standing.judged:
                standing.printed = self._standings[name].printed  # outputs were frozen before this run
                self._standings[name] = standing

    def _final(self, test: Test) -> Standing:
        standing = self._standings.get(test.name)
        if standing is None:
            return Standing(test, Status.NOT_REACHED, "The notebook's run ended before this test.")
        if standing.status is not Status.PASSED:
            return standing
        if test.hidden.strip() and not standing.judged:
            return replace(standing, status=Status.NOT_REACHED, reason=UNJUDGED, hidden=True)
        return standing


def _next_doubt(attempt: Attempt, doubt: Doubt | None) -> Doubt | None:
    """What the next run is to find out about the death that ended this one."""
    if attempt.death.certain:
        return None
    on_trial = doubt is not None and not doubt.thorough and not attempt.confirmed
    return Doubt(attempt.death, thorough=on_trial)


def _outputs_of_cells(plan: Plan, attempt: Attempt, skipped: Mapping[int, Cause]) -> dict[int, CellOutputs]:
    """Outputs and execution counts of the cells that are no tests."""
    made = {}
    doubtful = attempt.death.index if attempt.death is not None and not attempt.death.certain else None
    for index in plan.code:
        if index in plan.tests:
            continue
        result = attempt.cells.get(index)
        cause = skipped.get(index) or (result.cause if result else None)
        outputs, count = (list(result.outputs), result.execution_count) if result else ([], None)
        if index == doubtful:
            outputs.append(_problem(Status.NOT_REACHED, DOUBTFUL))
        elif cause is not None:
            outputs.append(_problem(STATUS_OF[cause], f"This cell was stopped: {cause}."))
        elif index in attempt.left_out:
            outputs.append(_problem(Status.NOT_REACHED, NO_TIME))
        elif result is None:
            outputs.append(_problem(Status.NOT_REACHED, "This cell was not run."))
        made[index] = outputs, count
    for index in plan.long:
        made[index] = [new_output("stream", name="stdout", text=SKIPPED)], None
    return made


def _outputs_of_test(standing: Standing) -> list[NotebookNode]:
    printed = [new_output("stream", name="stdout", text=standing.printed)] if standing.printed else []
    return printed if standing.status is Status.PASSED else [*printed, _problem(standing.status, standing.reason)]


def _problem(status: Status, reason: str) -> NotebookNode:
    return new_output("error", ename=str(status), evalue=reason, traceback=[reason])


def _verdict(standing: Standing, mistakes: tuple[str, ...]) -> Verdict:
    most = standing.test.points
    points = {Status.PASSED: most, Status.GRADER_FAULT: None}.get(standing.status, 0.0)
    return Verdict(
        standing.test.name,
        standing.status,
        points,
        most,
        standing.reason,
        standing.hidden,
        round(standing.cpu, 3),
        standing.memory,
        standing.near_limit,
        mistakes,
        None if standing.hidden else standing.seen,
    )
