"""Reads an assembled notebook: which of its cells run, which are tests (as nbgrader marks them), whose each one is.

The roles are trusted here: `grading.assemble` took them from the instructor's notebook, and marked what is the
student's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nbformat import NotebookNode

from grading.tests_split import split_hidden


@dataclass(frozen=True)
class Test:
    """One test cell; `hidden` is "" where it has no hidden part."""

    index: int
    name: str
    points: float
    visible: str
    hidden: str


@dataclass
class Plan:
    """What there is to do with a notebook. Cells are named by their place in it."""

    sources: list[str]
    """Of all cells."""
    code: list[int] = field(default_factory=list)
    """Cells that run, tests among them, in order."""
    tests: dict[int, Test] = field(default_factory=dict)
    setup: list[str] = field(default_factory=list)
    """Sources of the locked cells that are no tests."""
    long: list[int] = field(default_factory=list)
    """Cells that are skipped when grading."""
    own: set[int] = field(default_factory=set)
    """Cells that the student added, and cells without a mark that the student changed."""
    defining: dict[str, int] = field(default_factory=dict)
    """For each name that an answer is to define, its cell."""


def plan_of(notebook: NotebookNode) -> Plan:
    """Raises KeyError where a cell has half of nbgrader's metadata."""
    plan = Plan([cell.source for cell in notebook.cells])
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        marks, ours = cell.metadata.get("nbgrader", {}), cell.metadata.get("workbook", {})
        if marks.get("grade") and not marks.get("solution"):
            visible, hidden = split_hidden(cell.source)
            plan.tests[index] = Test(index, marks["grade_id"], float(marks["points"]), visible, hidden)
        elif marks.get("solution") or ours.get("copy"):
            if ours.get("copy"):  # it has the time of own cells: any number of tries may stand below the tests
                plan.own.add(index)
            plan.defining |= dict.fromkeys(ours.get("defines", ()), index)
        elif marks.get("locked"):
            plan.setup.append(cell.source)
        elif ours.get("long"):
            plan.long.append(index)
            continue
        elif ours.get("own"):
            plan.own.add(index)
        plan.code.append(index)
    return plan
