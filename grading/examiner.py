"""The engine's handle on the examiner: one process for a grading run, a fork of it for each submission and each test.

What happens in that process is `grading.examiner_process`; the student's side of a test is a seat, a connected socket
that `grading.student` made. When tests run is decided in `grading.attempt`, what follows in `grading.engine`.
"""

from __future__ import annotations

import os
import queue
import subprocess
import tempfile
import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from pathlib import Path
from socket import socket

import utils
from grading.exam import FAULT, PartResult
from grading.examiner_process import Limits
from grading.limits import Boundary
from grading.sandbox import ENVIRONMENT, Room, python_program, sandboxed, why_refused
from grading.verdicts import Status

START_SECONDS = 180.0
GRACE = 30.0
OWN_CPU = 60.0  # seconds that a test may use on this side besides what the student's side may


class ExaminerError(Exception):
    """The examiner's process can't be started; the message says why."""


class Examiner:
    """The warm process that runs test cells. Sittings may be used from several threads, one thread each."""

    def __init__(self, boundary: Boundary, isolated: bool = True):
        """Start the process, in a sandbox of its own when `isolated` and the boundary's isolation says so.

        Raises SandboxUnavailable or ExaminerError. A process that ends while it starts is told by the first test.
        """
        self._isolated = isolated and boundary.isolation == "bubblewrap"
        self._scratch_size = boundary.scratch_size
        wall = boundary.cell_cpu * boundary.wall_factor + OWN_CPU
        self.limits = Limits(boundary.cell_cpu + OWN_CPU, wall, boundary.memory)
        self._lock = threading.Lock()
        self._start()

    def begin(self, setup: list[str], given: Path | None = None) -> Sitting:
        """A sitting for one submission; returns before it is ready.

        `setup`: the sources of the locked cells. `given`: a folder with the assignment's given files; its copy is the
        working folder of the tests. Raises ExaminerError.
        """
        return Sitting(self, setup, _files(given) if given is not None else {})

    def close(self) -> None:
        """End the process and all that it forked."""
        self._control.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._starter.join()
        self._folder.cleanup()

    def open(self, setup: list[str], files: dict[str, bytes]) -> Connection:
        """A connection to a new fork for a submission."""
        with self._lock:
            if self._process.poll() is not None:
                self.close()
                self._start()
            ours, theirs = Pipe()
            with theirs:
                try:
                    self._control.send((setup, files, self.limits))
                    send_handle(self._control, theirs.fileno(), self._process.pid)
                except OSError:
                    raise ExaminerError(self.why_ended()) from None
            return ours

    def _start(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-examiner-")
        self._control, theirs = Pipe()
        command = [python_program(), "-P", "-m", "grading.examiner_process", str(theirs.fileno())]
        if self._isolated:
            packages = {f"/workbook/{name}": folder for name, folder in _packages().items()}
            variables = {"PYTHONPATH": "/workbook", "MPLBACKEND": "agg"}
            command, environment = sandboxed(command, Room(packages, self._scratch_size, variables))
        else:
            path = os.pathsep.join(str(folder.parent) for folder in _packages().values())
            own = {"HOME": self._folder.name, "TMPDIR": self._folder.name, "MPLCONFIGDIR": self._folder.name}
            environment = {**ENVIRONMENT, **own, "PYTHONPATH": path, "MPLBACKEND": "agg"}
        started: queue.Queue[subprocess.Popen | OSError] = queue.Queue()
        # A sandbox ends with the thread that started it, so this one lives as long as the process.
        self._starter = threading.Thread(target=self._run, args=(command, environment, theirs, started), daemon=True)
        self._starter.start()
        process = started.get()
        theirs.close()
        if isinstance(process, OSError):
            self._control.close()
            self._folder.cleanup()
            raise ExaminerError(f"The process that runs the tests does not start: {process}") from process
        self._process = process

    def _run(self, command: list[str], environment: dict[str, str], control: Connection, started: queue.Queue) -> None:
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        try:
            with open(self._complaints(), "wb") as complaints:
                process = subprocess.Popen(
                    command,
                    env=environment,
                    cwd=self._folder.name,
                    pass_fds=[control.fileno()],
                    stderr=complaints,
                    **streams,
                )
        except OSError as error:
            started.put(error)
        else:
            started.put(process)
            process.wait()

    def _complaints(self) -> Path:
        return Path(self._folder.name, "complaints")

    def why_ended(self) -> str:
        """What the process said last, in a sentence."""
        said = self._complaints().read_text(errors="replace")[-2000:].strip()
        if self._isolated and "bwrap:" in said:
            return why_refused(said)
        return f"The process that runs the tests ended: {said.splitlines()[-1] if said else 'it said nothing'}"


class Sitting:
    """The tests of one submission."""

    def __init__(self, examiner: Examiner, setup: list[str], files: dict[str, bytes]):
        self._examiner = examiner
        self._setup = setup
        self._files = files
        self._tests: dict[str, Connection] = {}
        self._problem: str | None = None
        """What went wrong with the locked cells; None while it is not known."""
        self._control = examiner.open(setup, files)

    def visible(self, test: str, source: str, seat: socket, seed: int) -> PartResult:
        """Run the visible part of a test over a seat, which is closed here and lives on in the examiner."""
        with seat:
            answers, theirs = Pipe()
            with theirs:
                problem = self._hand_over((test, source, seed), [theirs.fileno(), seat.fileno()])
        if problem:
            answers.close()
            return PartResult(Status.GRADER_FAULT, FAULT, detail=problem)
        result = self._result(answers)
        if result.status is Status.PASSED:
            self._tests[test] = answers
        else:
            answers.close()
        return result

    def hidden(self, test: str, source: str) -> PartResult:
        """Run the hidden part of a test whose visible part passed, on the same seat and in the same namespace."""
        with self._tests.pop(test) as answers:
            try:
                answers.send(source)
            except OSError:
                return PartResult(Status.GRADER_FAULT, FAULT, detail="the process of the test ended")
            return self._result(answers)

    def close(self) -> None:
        """End the processes of this submission on this side."""
        for connection in (self._control, *self._tests.values()):
            connection.close()
        self._tests.clear()

    def _hand_over(self, message: tuple, descriptors: list[int]) -> str:
        """Have the submission's process, started again if it died, fork for a test; says what went wrong, or ""."""
        for attempt in (1, 2):
            try:
                if self._problem is None:
                    if not self._control.poll(START_SECONDS):
                        return "the locked cells took too long"
                    self._problem = self._control.recv()
                if not self._problem:
                    self._control.send(message)
                    for descriptor in descriptors:
                        send_handle(self._control, descriptor, 0)
                return self._problem
            except (EOFError, OSError):
                if attempt == 2:
                    break
            try:
                self._control.close()
                self._control, self._problem = self._examiner.open(self._setup, self._files), None
            except ExaminerError as error:
                return str(error)
        return self._examiner.why_ended()

    def _result(self, answers: Connection) -> PartResult:
        problem = "the process of the test did not answer in time"
        try:
            if answers.poll(self._examiner.limits.wall_seconds + GRACE):
                return answers.recv()
        except (EOFError, OSError):
            problem = "the process of the test ended: a crash, or more time or memory than the examiner may use"
        return PartResult(Status.GRADER_FAULT, FAULT, detail=problem)


def _packages() -> dict[str, Path]:
    return {"grading": Path(__file__).resolve().parent, "utils": Path(utils.__file__).resolve().parent}


def _files(folder: Path) -> dict[str, bytes]:
    """The regular files below a folder, but for notebooks and the copy of utils."""
    found = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if not path.is_symlink() and path.suffix != ".ipynb" and Path(name).parts[0] != "utils"
    }
