"""Says what became of cells: of the one that was to define a name which is not there, and of imports in it.

All is taken from how the cells of the run ended; nothing of a hidden test is known here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import shorten

from grading.matching import defined_names
from grading.optional_imports import read_left_out
from grading.parts import PartEnd
from grading.plan import Plan
from grading.student import Cause, CellResult
from grading.student_errors import clean

MAX_ERROR = 200
MOST_IMPORTS = 10  # that are told of one cell

_COLOURS = re.compile(r"\x1b\[[\d;]*m")
_IN_FILE = re.compile(r" \(\w+\.py, line \d+\)$")
_LINE = re.compile(r"\bCell In\s?\[\d+\], line (\d+)")


def with_explanation(end: PartEnd, explanation: str) -> str:
    """The reason of a part that did not find a name, with what became of the name's cell where that is known."""
    if not explanation:
        return end.reason
    sentence = f"`{end.undefined}` is not defined: {explanation}"
    return sentence if end.reason.startswith(f"`{end.undefined}` ") else f"{end.reason}\n{sentence}"


def explanation_of(name: str, plan: Plan, cells: Mapping[int, CellResult], skipped: Mapping[int, Cause]) -> str:
    """What became of the cell that an answer's name was to come from; "" if the name is no answer's."""
    index = plan.defining.get(name)
    if index is None:
        return ""
    source, result = plan.sources[index], cells.get(index)
    defined = defined_names(source)
    if index in skipped:
        return f"the cell that should define it was left out: {skipped[index]}"
    if result is None:
        return "the cell that should define it was not run before this test"
    if result.cause is not None:
        return f"the cell that should define it was stopped: {result.cause}"
    if result.failed:
        return f"the cell that should define it ended with {_error_of(result)}"
    if not source.strip():
        return "the cell that should define it is empty"
    if name in defined:
        return "the cell that defines it ran, but the name was gone at this test; does a later cell delete it?"
    others = ", ".join(f"`{other}`" for other in dict.fromkeys(defined))
    return f"the cell that should define it ran, but defines {others or 'no function'}"


def imports_left_out(result: CellResult) -> str:
    """The imports without which a cell went on, on one line; "" for none."""
    printed = "".join(output.text for output in result.outputs if output.output_type == "stream")
    return ", ".join(f"`{statement}`" for statement in read_left_out(printed)[:MOST_IMPORTS])


def _error_of(result: CellResult) -> str:
    """The exception that ended a cell, on one line, with the line of the cell."""
    error = next((output for output in reversed(result.outputs) if output.output_type == "error"), None)
    if error is None:
        return "an error"
    line = _LINE.search(_COLOURS.sub("", "\n".join(error.traceback)[:100_000]))
    said = shorten(_IN_FILE.sub("", clean(error.evalue)), MAX_ERROR, placeholder=" …")
    told = f"{clean(error.ename, 100)}: {said}" if said else clean(error.ename, 100)
    return f"{told} (line {line[1]})" if line else told
