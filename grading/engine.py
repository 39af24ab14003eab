"""Examines one submission: runs its notebook behind the boundary, judges every test, writes the outputs and verdicts.

A plain function of a notebook; where notebooks come from (`grading.assemble`) and where verdicts go
(`grading.autograde`) is the matter of others. How cells and tests are run stands in `grading.attempt`.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_output

from grading.attempt import Attempt, Budget, Standing
from grading.examiner import Examiner
from grading.limits import Boundary
from grading.parts import STATUS_OF
from grading.plan import Plan, plan_of
from grading.provisioner import KernelNotStarted
from grading.student import Cause, CellResult
from grading.verdicts import Status, Verdict

MOST_RESTARTS = 3


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
    plan = plan_of(notebook)
    budget = Budget(boundary)
    skipped: dict[int, Cause] = {}
    notes: list[str] = []
    while True:
        try:
            with Attempt(plan, boundary, examiner, given, budget, skipped) as attempt:
                attempt.run()
                broken = attempt.broken
                if broken is None or len(skipped) == MOST_RESTARTS:
                    attempt.retry_visible()
                    outputs = _outputs_of_cells(plan, attempt.cells, skipped | dict([broken] if broken else []))
                    # From here on nothing that comes from the student's processes reaches an output.
                    again = attempt.judge_hidden()
                    break
        except KernelNotStarted as fault:
            return _faulted(notebook, plan, str(fault))
        skipped[broken[0]] = broken[1]
        notes.append(f"Cell {broken[0] + 1} was left out when the notebook was run again: {broken[1]}.")
    standings = attempt.standings
    if again and not budget.used_up():
        _judge_again(Attempt(plan, boundary, examiner, given, budget, skipped, again), standings)
    if broken is not None:
        notes.append(f"Cell {broken[0] + 1} was not run again, nor what follows it: {broken[1]}.")
    elif budget.used_up():
        notes.append("The time for the whole notebook was used up before its end.")
    notes += [
        f"Cell {index + 1} was stopped: {result.cause}."
        for index, result in attempt.cells.items()
        if result.cause is not None and result.alive
    ]
    standings |= {
        test.name: Standing(test, STATUS_OF[skipped[index]], f"The test was stopped: {skipped[index]}.")
        for index, test in plan.tests.items()
        if index in skipped
    }
    return _written(notebook, plan, outputs, standings, notes)


def _judge_again(attempt: Attempt, standings: dict[str, Standing]) -> None:
    """Judge tests once more, from a new run of the notebook; where they come as far, that is how they stand."""
    try:
        with attempt:
            attempt.run()
            attempt.judge_hidden(second_try=True)
    except KernelNotStarted:
        return  # the first results stand
    for name, standing in attempt.standings.items():
        if standing.hidden or standing.status is Status.PASSED:
            standing.printed = standings[name].printed
            standings[name] = standing


def _outputs_of_cells(
    plan: Plan, results: Mapping[int, CellResult], stopped: Mapping[int, Cause]
) -> dict[int, tuple[list[NotebookNode], int | None]]:
    """Outputs and execution counts of the cells that are no tests."""
    made = {}
    for index in plan.code:
        if index in plan.tests:
            continue
        result = results.get(index)
        cause = stopped.get(index) or (result.cause if result else None)
        outputs, count = (list(result.outputs), result.execution_count) if result else ([], None)
        if cause is not None:
            outputs.append(_problem(STATUS_OF[cause], f"This cell was stopped: {cause}."))
        elif result is None:
            outputs.append(_problem(Status.NOT_REACHED, "This cell was not run."))
        made[index] = outputs, count
    for index in plan.long:
        made[index] = [new_output("stream", name="stdout", text="(a long run, skipped when grading)\n")], None
    return made


def _written(
    notebook: NotebookNode,
    plan: Plan,
    outputs: Mapping[int, tuple[list[NotebookNode], int | None]],
    standings: Mapping[str, Standing],
    notes: list[str],
) -> Examination:
    executed = copy.deepcopy(notebook)
    for index, (made, count) in outputs.items():
        executed.cells[index].outputs, executed.cells[index].execution_count = made, count
    verdicts = []
    for index, test in plan.tests.items():
        standing = standings.get(test.name) or Standing(
            test, Status.NOT_REACHED, "The notebook ended before this test."
        )
        executed.cells[index].outputs, executed.cells[index].execution_count = _outputs_of_test(standing), None
        verdicts.append(_verdict(standing))
    return Examination(executed, verdicts, notes)


def _outputs_of_test(standing: Standing) -> list[NotebookNode]:
    printed = [new_output("stream", name="stdout", text=standing.printed)] if standing.printed else []
    return printed if standing.status is Status.PASSED else [*printed, _problem(standing.status, standing.reason)]


def _problem(status: Status, reason: str) -> NotebookNode:
    return new_output("error", ename=str(status), evalue=reason, traceback=[reason])


def _verdict(standing: Standing) -> Verdict:
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
    )


def _faulted(notebook: NotebookNode, plan: Plan, reason: str) -> Examination:
    standings = {test.name: Standing(test, Status.GRADER_FAULT, reason) for test in plan.tests.values()}
    return _written(notebook, plan, {}, standings, [reason])
