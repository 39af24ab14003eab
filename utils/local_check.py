"""Runs the visible tests of a notebook in the student's own environment: `python -m utils check FILE.ipynb`.

The test cells are the same that grade, so a visible test ends here as it will end there. Hidden tests are not here,
and student code is not isolated from the machine: it is the student's own.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass
from pathlib import Path

CELL_SECONDS = 600


class CheckError(Exception):
    """The file can't be checked; the message says why and what to do."""


@dataclass(frozen=True)
class TestResult:
    """How one test cell ended: `status` is passed, failed, error, timeout, killed or not reached."""

    test: str
    status: str
    points: float
    has_hidden: bool
    message: str = ""


def check(path: Path) -> list[TestResult]:
    """Run a notebook from the top, long cells aside, and return how its test cells ended, in order.

    Raises CheckError where the file is no notebook with test cells.
    """
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    if sys.platform == "win32":  # ZeroMQ needs a loop that can watch sockets
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    notebook = _read(path)
    notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("workbook", {}).get("long")]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        allow_errors=True,
        kernel_manager_class=AsyncKernelManager,
        extra_arguments=["--IPKernelApp.log_level=40"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    stopped = ""
    try:
        client.execute()
    except CellTimeoutError:
        stopped = "timeout"
    except DeadKernelError:
        stopped = "killed"
    return _results(notebook, stopped)


def _read(path: Path):
    import nbformat

    if not path.is_file():
        raise CheckError(
            f"There is no file {path}. Type the path of your notebook, for example: python -m utils check a1.ipynb"
        )
    try:
        text = path.read_text(encoding="utf-8")
        document = json.loads(text)
        if not isinstance(document, dict) or document.get("nbformat") != 4:
            raise ValueError("it is not of notebook format 4")
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
    except (ValueError, nbformat.validator.NotebookValidationError) as error:
        complaint = str(error).splitlines()[0]
        raise CheckError(
            f"{path} is not a notebook that can be read ({complaint}). Open it in JupyterLab and save it again."
        ) from error
    if not any(_is_test(cell) for cell in notebook.cells):
        raise CheckError(
            f"{path} holds no test cells. Was it made from the assignment's own notebook? "
            "Then copy your answers into a fresh one."
        )
    return notebook


def _is_test(cell) -> bool:
    mark = cell.metadata.get("nbgrader", {})
    return bool(cell.cell_type == "code" and mark.get("grade") and not mark.get("solution"))


def _results(notebook, stopped: str) -> list[TestResult]:
    results = []
    for cell in filter(_is_test, notebook.cells):
        mark = cell.metadata["nbgrader"]
        error = next((output for output in cell.outputs if output.output_type == "error"), None)
        if error is not None:
            status = "failed" if error.ename in ("CheckFailed", "AssertionError") else "error"
        elif cell.execution_count is None:
            status, stopped = (stopped, "not reached") if stopped else ("not reached", "")
        else:
            status = "passed"
        message = "" if error is None else (error.evalue or error.ename)
        has_hidden = bool(cell.metadata.get("workbook", {}).get("hidden"))
        results.append(TestResult(mark["grade_id"], status, mark["points"], has_hidden, message))
    return results


def report(path: Path, results: list[TestResult]) -> str:
    """The results as text: a line a test, then what is earned and what hidden tests will decide."""
    lines = [f"{path.name}: {len(results)} tests, run here"]
    for result in results:
        after = ", then hidden tests decide" if result.has_hidden and result.status == "passed" else ""
        points = f"{result.points:g} point{'' if result.points == 1 else 's'}"
        lines.append(f"  {result.status:<11} {result.test} ({points}{after})")
        lines += [f"      {line}" for line in result.message.splitlines()]
    passed = [result for result in results if result.status == "passed"]
    earned = sum(result.points for result in passed if not result.has_hidden)
    pending = sum(result.points for result in passed if result.has_hidden)
    total = sum(result.points for result in results)
    lost = total - earned - pending
    lines.append(f"Earned visibly: {earned:g} of {total:g} points. Hidden tests will decide {pending:g} more.")
    lines.append(f"Lost as things stand: {lost:g}.")
    lines.append("Written answers are graded by a person and are not counted here.")
    return "\n".join(lines)


def main(file: str) -> int:
    """Check one file and print the report; returns the exit code (0: every visible test passed)."""
    path = Path(file)
    try:
        results = check(path)
    except CheckError as error:
        print(error)
        return 2
    print(report(path, results))
    return 0 if all(result.status == "passed" for result in results) else 1
