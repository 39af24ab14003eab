"""Compares the short way of running answers (`grading.local`) with the boundary's, test by test."""

from __future__ import annotations

from nbformat import NotebookNode

from grading.build import make_notebook
from grading.cases import Case, cases_of, run_cases
from grading.catalogue import Entry
from grading.engine import examine
from grading.examiner import Examiner
from grading.limits import Boundary
from grading.local import LocalResult
from grading.master import Master


def compared_cases(master: Master, entries: list[Entry]) -> list[Case]:
    """The reference, the stub, and a case in which every question has the first of its known wrong answers."""
    reference, stub, *others = cases_of(master, entries)
    wrong = dict(reference.answers)
    for case in reversed(others):
        if case.entry.is_wrong:
            wrong[case.entry.question] = case.entry.source
    return [reference, stub, Case("one wrong answer of each question", wrong)]


def disagreements(master: Master, entries: list[Entry], boundary: Boundary) -> list[str]:
    """Where a test ends otherwise behind the boundary than here, a sentence each.

    Raises SandboxUnavailable or ExaminerError.
    """
    cases = compared_cases(master, entries)
    here = {case.name: results for case, results in run_cases(master, cases)}
    examiner, problems = Examiner(boundary), []
    try:
        for case in cases:
            problems += _compare(case, here[case.name], _notebook(master, case), boundary, examiner)
    finally:
        examiner.close()
    return problems


def _notebook(master: Master, case: Case) -> NotebookNode:
    notebook = make_notebook(master)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in case.answers:
            cell.source = case.answers[grade_id]
    return notebook


def _compare(
    case: Case, here: dict[str, LocalResult], notebook: NotebookNode, boundary: Boundary, examiner: Examiner
) -> list[str]:
    verdicts = {verdict.test: verdict for verdict in examine(notebook, boundary, examiner).verdicts}
    return [
        f"{case.name}: `{test}` ends as {result.status} here and as {verdicts[test].status} behind the boundary "
        f"({verdicts[test].reason})"
        for test, result in here.items()
        if (result.status, result.hidden) != (verdicts[test].status, verdicts[test].hidden)
    ]
