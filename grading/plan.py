"""Reads an assembled notebook: which of its cells run, which are tests (as nbgrader marks them), what is given.

The roles are trusted here: `grading.assemble` took them from the instructor's notebook.
"""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Plan:
    """What there is to do with a notebook. Cells are named by their place in it."""

    sources: tuple[str, ...]
    """Of all cells."""
    code: tuple[int, ...]
    """Cells that run, tests among them, in order."""
    tests: dict[int, Test]
    setup: tuple[str, ...]
    """Sources of the locked cells that are no tests."""
    long: tuple[int, ...]
    """Cells that are skipped when grading."""


def plan_of(notebook: NotebookNode) -> Plan:
    """Raises KeyError where a cell has half of nbgrader's metadata."""
    code, long, setup, tests = [], [], [], {}
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("grade") and not marks.get("solution"):
            visible, hidden = split_hidden(cell.source)
            tests[index] = Test(index, marks["grade_id"], float(marks["points"]), visible, hidden)
        elif marks.get("locked") and not marks.get("solution"):
            setup.append(cell.source)
        elif cell.metadata.get("workbook", {}).get("long"):
            long.append(index)
            continue
        code.append(index)
    return Plan(tuple(cell.source for cell in notebook.cells), tuple(code), tests, tuple(setup), tuple(long))
