"""Runs the visible tests of a notebook in the student's own environment: `python -m utils check FILE.ipynb`.

The test cells are the same that grade, each with the same limit of processor time (utils.local_run), so a visible test
ends here as it will end there, unless this computer is much slower or faster than the grader's. Hidden tests are not
here, and student code is not isolated from the machine: it is the student's own.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

from utils import local_files
from utils.local_files import CheckError, is_changed, is_test, mark
from utils.local_run import CELL_CLOCK, CELL_CPU, Ended, Kernel, NotStarted, Raised, interrupts_noted

GONE = (
    "It ended Python itself, so nothing after it could run: os._exit() does that, a crash in a compiled package, or "
    "too little memory. Take it out, and check again."
)
WAYS_OUT = ("exit() or quit()", "a restart or shutdown of the kernel")  # as utils.local_watch calls them
NOT_WRITTEN = "not written"  # what the kernel reports in the place of an exception's class (utils.local_watch)
INTERRUPTED = 130  # exit code of a command that Ctrl-C ended


class Stopped(Exception):
    """Ctrl-C was pressed; the message says where that was."""


@dataclass(frozen=True)
class TestResult:
    """How one test cell ended.

    `status` is passed, failed, not written, error, timeout, killed or not reached, as in grading, or changed (the cell
    is not the assignment's any more) or missing (it was taken out of the notebook).
    """

    test: str
    status: str
    points: float
    has_hidden: bool
    message: str = ""


@dataclass(frozen=True)
class Trouble:
    """A cell that is no test and did not end well."""

    cell: str
    message: str


@dataclass(frozen=True)
class Checked:
    """What a run has shown: the tests and the cells in trouble, in order, and remarks on the file as a whole."""

    found: list[TestResult | Trouble]
    remarks: list[str]

    @property
    def tests(self) -> list[TestResult]:
        return [one for one in self.found if isinstance(one, TestResult)]


def check(path: Path) -> list[TestResult]:
    """Run a notebook from the top, long cells aside, and return how its test cells ended, in order.

    Raises CheckError where the file is no notebook with test cells, or where nothing in it can work.
    """
    return examine(path).tests


def examine(path: Path) -> Checked:
    """The same with all that there is to say. Raises Stopped on Ctrl-C, too; the kernel is ended then as ever."""
    from tqdm import tqdm

    notebook = local_files.read(path)
    names = _names(notebook)
    cells = [(name, cell) for name, cell in names if not cell.metadata.get("workbook", {}).get("long")]
    bar = tqdm(total=len(cells), file=sys.stderr, disable=None, leave=False, bar_format="{n}/{total} {elapsed} {desc}")
    with interrupts_noted() as pressed, bar:

        def beat() -> None:
            bar.refresh()
            if pressed():
                raise Stopped(f"in the cell of {bar.desc}" if bar.n or bar.desc else "before the first cell")

        try:
            with Kernel(path.parent, beat) as kernel:
                found = _run(kernel, cells, names, path, bar)
        except NotStarted as error:
            raise CheckError(
                f"Python's kernel for notebooks did not start ({error}). "
                "Type python -m pip install -r requirements.txt in the folder of the release, then check again."
            ) from error
    there = {mark(cell).get("grade_id") for _, cell in names}
    missing = [result for result in _listed(notebook) if result.test not in there]
    return Checked(found + missing, _remarks(notebook, path))


def _names(notebook) -> list[tuple[str, object]]:
    """The code cells, each with what a student may call it: its grade id, or its number and its first line."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    named = []
    for number, cell in enumerate(code, 1):
        first = next(iter(cell.source.strip().splitlines()), "")
        named.append((mark(cell).get("grade_id") or f"code cell {number} ({first[:60]})", cell))
    return named


def _run(kernel: Kernel, cells: list, names: list, path: Path, bar) -> list[TestResult | Trouble]:
    """Run cells in order. Of tests with the same name the last counts: it sees the answer that counts in the end."""
    found, over = {}, False
    for place, (name, cell) in enumerate(cells):
        bar.set_description_str(name)
        ended = kernel.run(cell.source) if cell.source.strip() and not over else Ended("done")
        if is_test(cell):
            found.pop(name, None)
            found[name] = _result(cell, None if over else ended, name, names)
        elif message := _trouble(ended, name, names):
            _stop_at_imports(cell, ended.raised, path)
            found[place] = Trouble(name, message)
        over = over or ended.how in ("stuck", "died")
        bar.update()
    return list(found.values())


def _result(cell, ended: Ended | None, name: str, names: list) -> TestResult:
    """`ended` is None for a cell that was not run."""
    if ended is None:
        status, message = "not reached", ""
    elif is_changed(cell):
        status = "changed"
        message = (
            "This cell is not the assignment's any more. The grader runs the original: take it from a fresh notebook."
        )
    elif ended.how == "done":
        status, message = "passed", ""
    elif ended.how == "raised":
        kinds = {"CheckFailed": "failed", "AssertionError": "failed", NOT_WRITTEN: NOT_WRITTEN}
        status = kinds.get(ended.raised.kind, "error")
        message = _told(ended.raised, name, names)
    else:
        status = "timeout" if ended.how in ("timeout", "stuck") else "killed"
        message = _cut_short(ended, name, names)
    hidden = bool(cell.metadata.get("workbook", {}).get("hidden"))
    return TestResult(name, status, mark(cell)["points"], hidden, message)


def _trouble(ended: Ended, name: str, names: list) -> str:
    """What to say of a cell that is no test; "" where all is well or an answer is only not written yet."""
    if ended.how == "done" or (ended.how == "raised" and ended.raised.kind == NOT_WRITTEN):
        return ""
    return _told(ended.raised, name, names) if ended.how == "raised" else _cut_short(ended, name, names)


def _stop_at_imports(cell, raised: Raised | None, path: Path) -> None:
    """Raise CheckError where a cell of the assignment can't import what it needs: then every test would fail for it."""
    if not (mark(cell).get("locked") or mark(cell).get("grade_id") == "setup"):
        return
    if raised is not None and raised.kind == "WrongPython":
        raise CheckError(f"The kernel that runs {path.name} has another Python than is needed. {raised.message}")
    if raised is None or raised.kind not in ("ImportError", "ModuleNotFoundError"):
        return
    said = f"{path.name} can't import what its tests use ({raised.kind}: {raised.message})."
    if "utils" in raised.message:
        what = f"Copy the folder utils of this notebook's release into {path.parent.resolve()}, beside the notebook"
    else:
        what = "Type python -m pip install -r requirements.txt in the folder of the release"
    raise CheckError(f"{said} {what}, then check again.")


def _cut_short(ended: Ended, name: str, names: list) -> str:
    """What a cell met that did not come to its own end."""
    if ended.how == "died":
        return GONE
    seconds = f"{CELL_CLOCK} seconds by the clock" if ended.clock else f"{CELL_CPU} seconds of processor time"
    lines = [f"Stopped after {seconds}; the grader has such a limit, too. Is there a loop that never ends?"]
    if ended.how == "stuck":
        lines.append("It did not let itself be interrupted, so the kernel was ended, and nothing after it could run.")
    if ended.raised and ended.raised.line:
        lines.append(f"it was in {_place(ended.raised, name, names)}")
    return "\n".join(lines)


def _told(raised: Raised, name: str, names: list) -> str:
    """An exception in a few lines: class and message, its notes, the line it came from."""
    if raised.kind == "CheckFailed":  # its message is whole
        return raised.message
    lines = [f"{raised.kind}: {raised.message}" if raised.message else raised.kind]
    if raised.kind == "SystemExit":
        by = raised.message if raised.message in WAYS_OUT else "sys.exit()"
        lines = [f"The cell ended here, by {by}. The notebook goes on with its next cell."]
    if raised.kind == NOT_WRITTEN:  # an answer that is not written yet: its name
        return raised.message
    lines += raised.notes
    if raised.line:
        lines.append(f"in {_place(raised, name, names)}")
    return "\n".join(lines)


def _place(raised: Raised, name: str, names: list) -> str:
    text = raised.cell.strip()
    own = next((cell.source.strip() for known, cell in names if known == name), "")
    where = (
        "this cell"
        if text in ("", own)
        else next((n for n, cell in names if cell.source.strip() == text), "another cell")
    )
    return f"line {raised.line} of {where}: {raised.code}"


def _listed(notebook) -> list[TestResult]:
    """The tests that the notebook's last cell, `standing(visible={…}, hidden={…}, …)`, lists, as missing."""
    for cell in reversed(notebook.cells):
        if cell.cell_type == "code" and cell.source.startswith("standing("):
            try:
                told = {
                    word.arg: ast.literal_eval(word.value) for word in ast.parse(cell.source).body[0].value.keywords
                }
                kinds = {False: told["visible"], True: told["hidden"]}
            except (SyntaxError, ValueError, KeyError, AttributeError):
                return []
            said = "Its cell is not in this notebook any more: copy your answers into a fresh one."
            return [
                TestResult(name, "missing", p, hidden, said)
                for hidden, tests in kinds.items()
                for name, p in tests.items()
            ]
    return []


def _remarks(notebook, path: Path) -> list[str]:
    remarks = []
    wanted = local_files.handed_in_as(notebook)
    if wanted and wanted != path.name:
        remarks.append(f"Hand this file in as {wanted}: under the name {path.name} it is not found.")
    tests = [mark(cell)["grade_id"] for cell in notebook.cells if is_test(cell)]
    for name in sorted({test for test in tests if tests.count(test) > 1}):
        remarks.append(
            f"The test {name} stands {tests.count(name)} times in the notebook; it counts once, as the last one ended."
        )
    return remarks


def report(path: Path, checked: Checked) -> str:
    """The results as text: a line a test, then what is earned and what hidden tests will decide."""
    results = checked.tests
    lines = [f"{path.name}: {len(results)} tests, run here", *checked.remarks]
    for one in checked.found:
        if isinstance(one, TestResult):
            after = ", then hidden tests decide" if one.has_hidden and one.status == "passed" else ""
            points = f"{one.points:g} point{'' if one.points == 1 else 's'}"
            missing = f": {one.message}" if one.status == "not written" else ""
            lines.append(f"  {one.status:<11} {one.test} ({points}{after}){missing}")
            lines += [f"      {line}" for line in one.message.splitlines() if not missing]
        else:
            lines.append(f"  {'':<11} {one.cell} did not run to its end:")
            lines += [f"      {line}" for line in one.message.splitlines()]
    passed = [result for result in results if result.status == "passed"]
    earned = sum(result.points for result in passed if not result.has_hidden)
    pending = sum(result.points for result in passed if result.has_hidden)
    total = sum(result.points for result in results)
    unwritten = sum(result.points for result in results if result.status == "not written")
    lost = total - earned - pending - unwritten
    if any(not result.has_hidden for result in results):
        lines.append(f"Earned visibly: {earned:g} of {total:g} points. Hidden tests will decide {pending:g} more.")
    else:
        lines.append(f"Passed here: {pending:g} of {total:g} points. Hidden tests will decide them.")
    lines.append(f"Not written yet: {unwritten:g}. Lost as things stand: {lost:g}.")
    lines.append("Written answers are graded by a person and are not counted here.")
    return "\n".join(lines)


def main(file: str) -> int:
    """Check one file and print the report; the exit code is 0 if every visible test passed, 1 if not.

    2: the file can't be checked; 130: Ctrl-C.
    """
    path = Path(file)
    try:
        checked = examine(path)
    except CheckError as error:
        print(error)
        return 2
    except Stopped as where:
        print(f"Stopped by Ctrl-C {where}; nothing was counted.")
        return INTERRUPTED
    except KeyboardInterrupt:  # while modules were loaded
        print("Stopped by Ctrl-C before the first cell; nothing was counted.")
        return INTERRUPTED
    print(report(path, checked))
    return 0 if all(result.status == "passed" for result in checked.tests) else 1
