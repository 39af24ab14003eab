"""Tells which of the instructor's cells a submitted cell is a version of, by marks, ids and texts.

What then becomes of the cells is the matter of `grading.assemble`.
"""

from __future__ import annotations

import re

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

from grading.cells import SubmittedCell
from grading.tests_split import split_hidden

_DEFINED = re.compile(r"^(?:async\s+)?(?:def|class)\s+(\w+)", re.MULTILINE)


def match_cells(cells: list[NotebookNode], submitted: list[SubmittedCell]) -> list[int | None]:
    """For each submitted cell the place of the instructor's cell that it is a version of, or None."""
    by_grade_id = {grade_id(cell): place for place, cell in enumerate(cells) if grade_id(cell)}
    by_id = {cell.get("id"): place for place, cell in enumerate(cells) if cell.get("id")}
    by_text = {plain(released(cell)): place for place, cell in enumerate(cells) if not is_solution(cell)}
    by_text.pop("", None)
    return [
        next((table[key] for table, key in keys if key in table), None)
        for keys in (
            ((by_grade_id, cell.grade_id), (by_id, cell.id), (by_text, plain(cell.source))) for cell in submitted
        )
    ]


def grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def released(cell: NotebookNode) -> str:
    """The text that the release has in a cell that is not an answer."""
    return split_hidden(cell.source)[0] if is_grade(cell) and cell.cell_type == "code" else cell.source


def plain(source: str) -> str:
    """A text without what editors change by themselves: blank lines and blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in source.splitlines() if line.strip())


def defined_names(source: str) -> list[str]:
    """The functions and classes that the code of a cell defines at its top level, in order."""
    return _DEFINED.findall(source)
