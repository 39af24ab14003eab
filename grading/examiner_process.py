"""The examiner's process: runs test cells against student processes that it reaches by sockets; runs no student code.

`python -m grading.examiner_process FD` is started by `grading.examiner`, which says over the socket FD what to run.
Three generations: a warm process with the imports done; a fork of it for each submission, with the locked cells run; a
fork of that for each test, so that tests do not see each other. How a test is run and judged is `grading.exam`.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import gc
import importlib
import os
import resource
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from pathlib import Path

from grading.exam import Exam, free_names
from grading.verdicts import Status

SETUP_SECONDS = 120


@dataclass(frozen=True)
class Limits:
    """What one test may use on this side; a trespass is a fault of the grader."""

    cpu_seconds: float
    wall_seconds: float
    memory: int


def serve(control: Connection) -> None:
    """The warm process: for each submission import what its locked cells import, then fork."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is meant for the grader, which then closes the connection
    while True:
        try:
            setup, files, limits = control.recv()
            sitting = Connection(recv_handle(control))
        except EOFError:
            return
        _import_ahead(setup)
        gc.freeze()
        _fork(partial(_sit, sitting, setup, files, limits), keep=[sitting.fileno()])
        sitting.close()


def _sit(control: Connection, setup: list[str], files: dict[str, bytes], limits: Limits) -> None:
    """The process of one submission: run the locked cells, then fork for each test."""
    folder = tempfile.mkdtemp(prefix="sitting-")
    try:
        signal.alarm(SETUP_SECONDS)
        os.chdir(folder)
        sys.path.append(folder)
        for name, content in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(content)
        problem, given = _set_up(setup)
        signal.alarm(0)
        control.send(problem)
        while True:
            test, source, seed = control.recv()
            answers, seat = Connection(recv_handle(control)), socket.socket(fileno=recv_handle(control))
            _fork(partial(_test, answers, test, source, seed, given, seat, limits), [answers.fileno(), seat.fileno()])
            answers.close()
            seat.close()
    except EOFError:
        return
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _set_up(setup: list[str]) -> tuple[str, dict]:
    """(what went wrong or "", the namespace that the locked cells make).

    A locked cell that uses names of answer cells is left to the student's side: its names are then the student's.
    """
    given: dict = {"__name__": "__main__", "display": lambda *values, **options: None}
    for source in setup:
        try:
            with (
                open(os.devnull, "w") as nowhere,
                contextlib.redirect_stdout(nowhere),
                contextlib.redirect_stderr(nowhere),
            ):
                if all(name in given or hasattr(builtins, name) for name in free_names(source)):
                    exec(compile(source, "<given cell>", "exec", dont_inherit=True), given)
        except Exception as error:  # the locked cells may raise anything; each test will say so
            return "".join(traceback.format_exception(error)), given
    return "", given


def _test(
    control: Connection, test: str, source: str, seed: int, given: dict, seat: socket.socket, limits: Limits
) -> None:
    """The process of one test: run its visible part and, if it passed and is asked for, its hidden part."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    run = Exam(test, given, seat, seed)
    signal.signal(signal.SIGXCPU, run.end)
    seconds = int(limits.cpu_seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 10))
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory,) * 2)
    for part in (run.visible, run.hidden):
        signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)  # ends this process
        result = part(source)
        signal.setitimer(signal.ITIMER_REAL, 0)
        control.send(result)
        if part == run.hidden or result.status is not Status.PASSED:
            return
        source = control.recv()


def _fork(work: Callable[[], None], keep: list[int]) -> None:
    """Do some work in a fork that holds no other connections than those to `keep`."""
    if os.fork():
        return
    status = 1
    try:
        edges = [2, *sorted(keep), resource.getrlimit(resource.RLIMIT_NOFILE)[0]]
        for low, high in pairwise(edges):
            os.closerange(low + 1, high)
        with contextlib.suppress(EOFError, BrokenPipeError):  # nobody asks any more
            work()
        status = 0
    finally:
        os._exit(status)


def _import_ahead(setup: list[str]) -> None:
    """Import in the warm process what locked cells import, so that it is done once for all submissions."""
    for source in setup:
        with contextlib.suppress(SyntaxError, ImportError):  # it will be said when the cell is run
            for node in ast.parse(source).body:
                if isinstance(node, ast.Import):
                    for alias in node.names:
                        importlib.import_module(alias.name)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    importlib.import_module(node.module)


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
