"""One test on the trusted side: runs the parts of its cell and says how they ended, and whose doing that was.

The student's functions are proxies (`grading.proxies`); the processes that tests run in are `grading.examiner_process`.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import functools
import io
import linecache
import random
import re
import signal
import socket
import symtable
import textwrap
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from grading.proxies import Handle, StudentSide
from grading.seeds import seed_everything
from grading.student_errors import ConnectionEnded, NotPlainData, StudentError, clean
from grading.verdicts import Status
from utils.diagnosis import Seen
from utils.messages import CheckFailed

MAX_PRINTED = 64 * 1024
MAX_REASON = 4000
MAX_DETAIL = 20_000
MAX_STATEMENT = 300
MUCH = 1024 * 1024  # bytes from the student's side: without them a test needs little memory

FAULT = "the test itself could not be run to its end; this is not your fault, and a person will look at it"
HIDDEN_REASONS = {
    Status.FAILED: "a hidden check of this test does not hold",
    Status.NOT_WRITTEN: "your code raised NotImplementedError in a hidden check of this test",
    Status.ERROR: "your code raised an exception in a hidden check of this test",
    Status.OUT_OF_MEMORY: "your code ran out of memory in a hidden check of this test",
    Status.TIMEOUT: "your code took too long in a hidden check of this test",
    Status.KILLED: "the process of the notebook ended during a hidden check of this test",
    Status.GRADER_FAULT: FAULT,
}


class OutOfTime(BaseException):
    """This side has used up its processor time; raised by the signal that says so."""


@dataclass(frozen=True)
class PartResult:
    """How one part of a test ended."""

    status: Status
    reason: str = ""
    """For the student: the assertion's message, or the student's exception; of a hidden part, fixed words of ours."""
    printed: str = ""
    """What the visible part and the student's functions printed during it, bounded; "" for a hidden part."""
    detail: str = ""
    """For instructors only: it may hold what student code said about hidden inputs. Never put into an output."""
    seen: Seen | None = None
    """What the test saw when it failed, to tell known mistakes by. Of a hidden part never put into an output."""
    undefined: str = ""
    """The name of the student's that the test, or the student's code in it, did not find; "" for a hidden part."""


class Exam:
    """One test: its namespace, and its connection to the student's process.

    It is made in a process of its own: the seeding functions of `random` and `numpy.random` are changed there.
    """

    def __init__(self, test: str, given: dict, connection: socket.socket, seed: int):
        self._filename = f"<test {test}>"
        self._test = test
        self._namespace = dict(given)
        self._missing: set[str] = set()
        self._plain: dict[str, object] = {}  # names of the student's that are plain data
        seed_everything(seed)
        self._side = StudentSide(connection, write=len)
        for module, name in ((random, "seed"), (random, "setstate"), (np.random, "seed"), (np.random, "set_state")):
            setattr(module, name, _followed(getattr(module, name), self._side.seeded))

    def visible(self, source: str) -> PartResult:
        """Run the visible part."""
        return self._run(source, greet=True)

    def hidden(self, source: str) -> PartResult:
        """Run the hidden part. Nothing that the student's side said or printed is in `reason` or `printed`."""
        ended = self._run(source)
        detail = f"{ended.reason}\n{ended.detail}".strip()
        return PartResult(ended.status, HIDDEN_REASONS.get(ended.status, ""), "", detail, ended.seen)

    def end(self, *_signal) -> None:
        """Raise OutOfTime, once: a handler for signals."""
        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        raise OutOfTime

    def _run(self, source: str, greet: bool = False) -> PartResult:
        printed, noise = _Bounded(MAX_PRINTED), _Bounded(MAX_DETAIL)
        self._side.write = printed.write
        linecache.cache[self._filename] = (len(source), None, source.splitlines(keepends=True), self._filename)
        status, reason, what, undefined = Status.PASSED, "", None, ""
        try:
            if greet:
                self._side.greet(self._test)
            self._bind(free_names(source, self._filename))
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(noise):
                exec(compile(source, self._filename, "exec", dont_inherit=True), self._namespace)
        except BaseException as error:  # a test cell may raise anything, and each has its meaning
            status, reason = self._judge(error, source)
            undefined = self._undefined(error)
            if status in (Status.FAILED, Status.NOT_WRITTEN, Status.ERROR):
                what = getattr(error, "seen", None)
            if status is Status.GRADER_FAULT:
                noise.write("".join(traceback.format_exception(error)))
        if status is Status.PASSED and self._side.broken is not None:  # the test cell caught it
            status, reason = self._judge(self._side.broken, source)
        reason, told = clean(reason, MAX_REASON), clean(printed.text(), MAX_PRINTED)
        return PartResult(status, reason, told, noise.text(), what, undefined)

    def _bind(self, names: Iterable[str]) -> None:
        """Bind names that neither the locked cells nor Python define to what they are in the student's process."""
        for name in sorted(names):
            if name in self._namespace or hasattr(builtins, name):
                continue
            if name in self._side.names:
                self._namespace[name] = value = self._side.get(name)
                if type(value) is not Handle:
                    self._plain[name] = value
            else:
                self._missing.add(name)

    def _undefined(self, error: BaseException) -> str:
        """The name that a NameError is about, the test's or one of student code; else ""."""
        if not isinstance(error, NameError):
            return ""
        if isinstance(error, StudentError):
            found = re.fullmatch(r"name '(\w+)' is not defined.*", error.message, re.DOTALL)
            return found[1] if found else ""
        return error.name if error.name in self._missing else ""

    def _judge(self, error: BaseException, source: str) -> tuple[Status, str]:
        """(status, reason) of a part that ended by an exception."""
        line = statement_at(error, self._filename, source)
        place = f"\n  in the test: {line}" if line else ""
        notes = "".join(f"\n{textwrap.indent(note, '  ')}" for note in getattr(error, "__notes__", []))
        if isinstance(error, ConnectionEnded):
            return Status.KILLED, error.told()
        if isinstance(error, NotPlainData):
            return Status.FAILED, error.told() + (notes or place)
        if isinstance(error, StudentError) and isinstance(error, NotImplementedError):
            return Status.NOT_WRITTEN, f"not written: {error.message or _innermost(error)}"
        if isinstance(error, StudentError):
            status = Status.OUT_OF_MEMORY if isinstance(error, MemoryError) else Status.ERROR
            return status, error.told() + (notes or place)
        if isinstance(error, OutOfTime) and 2 * self._side.spent > time.process_time():
            return Status.TIMEOUT, f"your code made the functions of the test work for too long{notes or place}"
        if isinstance(error, MemoryError) and self._side.received > MUCH:
            return Status.OUT_OF_MEMORY, f"what your code handed over is too large for the test{notes or place}"
        if isinstance(error, AssertionError):
            # a reason is added when all tests are seen (`grading.diagnosis`)
            said = error.plain if isinstance(error, CheckFailed) else str(error)
            return Status.FAILED, said or f"this check does not hold: {line}"
        if isinstance(error, NameError) and error.name in self._missing:
            return Status.ERROR, (
                f"`{error.name}` is not defined: the cell that should define it is missing or ended with an error"
            )
        if name := taken_for_a_function(error, self._plain):
            return Status.ERROR, (
                f"`{name}` is no function but an object of type {type(self._plain[name]).__name__}: "
                "does a cell use the name for something else?"
            )
        if any(error is raised for raised in self._side.raised):
            what = f"{type(error).__name__}: {error}"
            return Status.ERROR, f"your code called a function of the test in a way that raised {what}{notes or place}"
        if (cause := _student_error_behind(error)) is not None:
            return Status.ERROR, cause.told() + (notes or place)
        return Status.GRADER_FAULT, FAULT


def _innermost(error: StudentError) -> str:
    """The student's function that raised an exception."""
    return error.places[-1].function if error.places else "a function of yours"


def _student_error_behind(error: BaseException) -> StudentError | None:
    """The student's exception that another one was raised from, or while handling."""
    seen: set[int] = set()
    behind: BaseException | None = error
    while behind is not None and id(behind) not in seen:
        if isinstance(behind, StudentError):
            return behind
        seen.add(id(behind))
        behind = behind.__cause__ or behind.__context__
    return None


def taken_for_a_function(error: BaseException, values: Mapping[str, object]) -> str:
    """Which of these values, not being a function, an exception comes from that was taken for one; "" for none."""
    for name, value in values.items():
        kind = type(value).__name__
        called = isinstance(error, TypeError) and str(error) in (
            f"'{kind}' object is not callable",
            f"'numpy.{kind}' object is not callable",
        )
        if not callable(value) and (called or (isinstance(error, AttributeError) and error.obj is value)):
            return name
    return ""


def _followed(function: Callable, note: Callable[[], None]) -> Callable:
    """The function, with a note taken of each call."""

    @functools.wraps(function)
    def noting(*args, **kwargs):
        note()
        return function(*args, **kwargs)

    return noting


def free_names(source: str, filename: str = "<cell>") -> set[str]:
    """The names that a cell uses and does not bind itself at its top level."""
    used, bound = set(), set()
    top = symtable.symtable(source, filename, "exec")
    tables = [top]
    while tables:
        table = tables.pop()
        tables += table.get_children()
        for symbol in table.get_symbols():
            at_top = table is top or symbol.is_declared_global()
            if at_top and (symbol.is_assigned() or symbol.is_imported()):
                bound.add(symbol.get_name())
            elif symbol.is_referenced() and (at_top or symbol.is_global()):
                used.add(symbol.get_name())
    return used - bound


def statement_at(error: BaseException, filename: str, source: str) -> str:
    """The statement of a cell that an exception passed last, on one line; "" if it passed none."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == filename]
    if not lines:
        return ""
    found = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.stmt) and node.lineno <= lines[-1] <= node.end_lineno
    ]
    if not found:
        return ""
    smallest = min(found, key=lambda node: node.end_lineno - node.lineno)
    return " ".join(ast.get_source_segment(source, smallest).split())[:MAX_STATEMENT]


class _Bounded(io.TextIOBase):
    """Keeps the first characters that are written."""

    def __init__(self, most: int):
        self._parts: list[str] = []
        self._left = most

    def write(self, text: str) -> int:
        if self._left > 0:
            self._parts.append(text[: self._left])
            self._left -= len(text)
        return len(text)

    def text(self) -> str:
        return "".join(self._parts)
