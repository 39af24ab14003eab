"""Masters: reads `assignments/aN/aN.py` (Jupytext py:percent) into typed cells and refuses mistakes with file and line.

How the cells become notebooks stands in `grading.build`.
"""

from __future__ import annotations

import ast
import re
import symtable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import jupytext
from IPython.core.inputtransformer2 import TransformerManager

from grading.verdicts import question_of

BEGIN_SOLUTION, END_SOLUTION = "### BEGIN SOLUTION", "### END SOLUTION"
BEGIN_HIDDEN, END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"

HEADER = re.compile(r"^# %%")
QUESTION = re.compile(r"q\d+_[a-z0-9]+(_[a-z0-9]+)*")
PLAIN_ID = re.compile(r"[a-z][a-z0-9_]*")


class Role(StrEnum):
    """What a cell is for; every role but PROSE and PLAIN is written in the cell's header."""

    PROSE = "prose"
    PLAIN = "plain"
    SOLUTION = "solution"
    TEST = "test"
    WRITTEN = "written"
    LOCKED = "locked"
    LONG = "long"


HEADER_WANTED = (
    'one of `solution="q1_name"`, `test="q1_name__what" points=2`, `[markdown] written="q1_name" points=3`, '
    '`locked="name"`, `long=true`, or nothing'
)


class MasterError(Exception):
    """A mistake in a master: file, line, what was found, what was wanted."""

    def __init__(self, path: Path, line: int, found: str, wanted: str):
        super().__init__(f"{path}:{line}: found {found}; wanted {wanted}.")


@dataclass(frozen=True)
class Cell:
    """One cell of a master. `id` is the grade id, or "" for prose, plain and long cells."""

    line: int
    role: Role
    id: str
    points: float | None
    source: str
    is_code: bool

    @property
    def question(self) -> str:
        """The question that a solution, test or written cell belongs to."""
        return question_of(self.id)


@dataclass(frozen=True)
class Master:
    """A whole master: the assignment's name, its file and its cells in order."""

    name: str
    path: Path
    cells: list[Cell]

    @property
    def questions(self) -> list[str]:
        """The questions with an autograded answer, in order."""
        return [cell.id for cell in self.having(Role.SOLUTION)]

    def having(self, role: Role) -> list[Cell]:
        """The cells of one role, in order."""
        return [cell for cell in self.cells if cell.role is role]


def read_master(path: Path) -> Master:
    """Read and check a master.

    Raises MasterError at the first mistake, FileNotFoundError where there is no such file.
    """
    text = path.read_text(encoding="utf-8")
    notebook = jupytext.reads(text, fmt="py:percent")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if HEADER.match(line)]
    if len(lines) != len(notebook.cells):
        raise MasterError(
            path, 1, f"{len(notebook.cells)} cells under {len(lines)} headers", "every cell to begin with a line `# %%`"
        )
    cells = [_read_cell(path, line, cell) for line, cell in zip(lines, notebook.cells, strict=True)]
    _check_order(path, cells)
    return Master(path.stem, path, cells)


def _read_cell(path: Path, line: int, cell) -> Cell:
    is_code = cell.cell_type == "code"
    metadata = {key: value for key, value in cell.metadata.items() if key != "lines_to_next_cell"}  # Jupytext's own
    points = metadata.pop("points", None)
    if len(metadata) > 1 or not metadata.keys() <= {"solution", "test", "written", "locked", "long"}:
        raise MasterError(path, line, f"the header {', '.join(map(repr, metadata))}", HEADER_WANTED)
    if not metadata:
        role, name = (Role.PLAIN if is_code else Role.PROSE), ""
    else:
        key, value = metadata.popitem()
        role, name = Role(key), value if key != "long" else ""
    if cell.cell_type not in ("code", "markdown"):
        raise MasterError(path, line, f"a {cell.cell_type} cell", "code or [markdown]")
    read = Cell(line, role, name, points, cell.source, is_code)
    _check_header(path, read)
    _check_markers(path, read)
    if is_code:
        _check_syntax(path, read)
    return read


def _check_header(path: Path, cell: Cell) -> None:
    def refuse(found: str, wanted: str) -> None:
        raise MasterError(path, cell.line, found, wanted)

    wants_code = cell.role in (Role.SOLUTION, Role.TEST, Role.LOCKED, Role.LONG)
    if wants_code and not cell.is_code:
        refuse(f"a markdown cell with the role `{cell.role}`", "a code cell")
    if cell.role is Role.WRITTEN and cell.is_code:
        refuse("a code cell with the role `written`", "`# %% [markdown] written=…`")
    patterns = {
        Role.SOLUTION: (QUESTION, "q<part>_<name>, for example q2_sigmoid"),
        Role.WRITTEN: (QUESTION, "q<part>_<name>, for example q2_b"),
        Role.TEST: (
            re.compile(QUESTION.pattern + "__[a-z0-9_]+"),
            "<question>__<what>, for example q2_sigmoid__values",
        ),
        Role.LOCKED: (PLAIN_ID, "a name in small letters, for example setup"),
    }
    if cell.role in patterns:
        pattern, wanted = patterns[cell.role]
        if not isinstance(cell.id, str) or not pattern.fullmatch(cell.id):
            refuse(f"the {cell.role} id {cell.id!r}", wanted)
    takes_points = cell.role in (Role.TEST, Role.WRITTEN)
    if takes_points and not (isinstance(cell.points, int | float) and cell.points > 0):
        refuse(
            f"`{cell.id}` with {'no points' if cell.points is None else f'points={cell.points!r}'}",
            "points=<number above 0>",
        )
    if not takes_points and cell.points is not None:
        refuse(f"points={cell.points} at a cell of role `{cell.role}`", "points at test and written cells only")


def _check_markers(path: Path, cell: Cell) -> None:
    lines = cell.source.splitlines()

    def places(marker: str) -> list[int]:
        return [number for number, line in enumerate(lines) if marker in line]

    for begin, end, role in ((BEGIN_SOLUTION, END_SOLUTION, Role.SOLUTION), (BEGIN_HIDDEN, END_HIDDEN, Role.TEST)):
        begins, ends = places(begin), places(end)
        if (begins or ends) and cell.role is not role:
            first = (begins + ends)[0]
            raise MasterError(
                path,
                cell.line + 1 + first,
                f"`{lines[first].strip()}` in a cell of role `{cell.role}`",
                f"it in {role} cells only",
            )
        in_turn = sorted(begins + ends) == [place for pair in zip(begins, ends, strict=False) for place in pair]
        if not in_turn or (len(begins) > 1 and role is Role.TEST):
            wanted = "one of each, in this order" + " (in a class: in each method)" * (role is Role.SOLUTION)
            raise MasterError(path, cell.line, f"{len(begins)} `{begin}` and {len(ends)} `{end}`", wanted)
    if cell.role is Role.SOLUTION and not places(BEGIN_SOLUTION):
        raise MasterError(
            path, cell.line, f"the solution `{cell.id}` without markers", f"{BEGIN_SOLUTION} … {END_SOLUTION}"
        )
    if (
        cell.role is Role.TEST
        and places(END_HIDDEN)
        and any(line.strip() for line in lines[places(END_HIDDEN)[0] + 1 :])
    ):
        raise MasterError(path, cell.line, f"lines after `{END_HIDDEN}`", "the hidden part at the end of the cell")


def _check_syntax(path: Path, cell: Cell) -> None:
    try:
        ast.parse(TransformerManager().transform_cell(cell.source))
    except SyntaxError as error:
        raise MasterError(
            path, cell.line + (error.lineno or 0), f"a syntax error ({error.msg})", "valid Python"
        ) from error


def _check_order(path: Path, cells: list[Cell]) -> None:
    seen: dict[str, Cell] = {}
    given: set[str] = set()
    answered = set().union(*(bound_names(cell.source) for cell in cells if cell.role is Role.SOLUTION))
    for cell in cells:
        if cell.id in seen and cell.id:
            raise MasterError(
                path,
                cell.line,
                f"the id `{cell.id}` a second time (first in line {seen[cell.id].line})",
                "each id once",
            )
        if cell.role is Role.TEST:
            if cell.question not in seen or seen[cell.question].role is not Role.SOLUTION:
                raise MasterError(
                    path, cell.line, f"a test of `{cell.question}`", "the solution cell of that question above it"
                )
            clash = sorted(bound_names(cell.source) & given)
            if clash:
                raise MasterError(
                    path,
                    cell.line,
                    f"`{cell.id}` binding the name {clash[0]}",
                    "a name that no given or answer cell binds",
                )
        if cell.role is Role.LOCKED and (clash := sorted(bound_names(cell.source) & answered)):
            wanted = "it in a cell without a role: tests would take the given one for the student's"
            raise MasterError(
                path, cell.line, f"the given cell `{cell.id}` binding the answer's name {clash[0]}", wanted
            )
        if cell.role in (Role.LOCKED, Role.SOLUTION):
            given |= bound_names(cell.source)
        seen[cell.id] = cell
    untested = {cell.id for cell in cells if cell.role is Role.SOLUTION} - {
        cell.question for cell in cells if cell.role is Role.TEST
    }
    if untested:
        name = min(untested)
        raise MasterError(
            path,
            seen[name].line,
            f"the solution `{name}` without a test",
            f'a cell `# %% test="{name}__what" points=2`',
        )


def bound_names(source: str) -> set[str]:
    """The names that a cell binds at top level, imports aside."""
    table = symtable.symtable(TransformerManager().transform_cell(source), "cell", "exec")
    return {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() and not symbol.is_imported()}
