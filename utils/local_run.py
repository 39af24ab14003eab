"""Runs the cells of a notebook one by one in a kernel of their own, and says how each ended.

What the cells are and what their end means for points is the matter of utils.local_check.
"""

from __future__ import annotations

import ast
import contextlib
import json
import queue
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CELL_CPU = 20  # seconds of processor time for one cell; the grader allows as many (grading.limits)
CELL_CLOCK = 100  # seconds by the clock, for a cell that only waits, and where the processor time is not heard of
REACT_SECONDS = 5  # to an interrupt
INTERRUPTS = 3
START_SECONDS = 60
POLL_SECONDS = 0.2

WATCH = "_workbook_check"  # name of the module utils.local_watch in the kernel


@dataclass(frozen=True)
class Raised:
    """An exception: its class's name, what it says, its notes, and the notebook's innermost line that it came from.

    `cell` is the text of that line's cell, "" for the cell that ran; `line` is 0 where no line is known.
    """

    kind: str
    message: str
    notes: tuple[str, ...] = ()
    line: int = 0
    code: str = ""
    cell: str = ""


@dataclass(frozen=True)
class Ended:
    """How a cell ended: `how` is done, raised, timeout, stuck (a timeout that no interrupt ended) or died."""

    how: str
    raised: Raised | None = None
    clock: bool = False
    """Whether it was the clock, not the processor time, that ended a timeout."""


class NotStarted(Exception):
    """No kernel could be started; the message says why."""


class Kernel:
    """A context manager: a new Python kernel that works in a folder. `beat` is called several times a second.

    An exception of `beat` passes through, and the kernel is ended like at every other end.
    """

    def __init__(self, folder: Path, beat: Callable[[], None]):
        self._folder, self._beat = folder, beat

    def __enter__(self) -> Kernel:
        from jupyter_client.kernelspec import NoSuchKernel
        from jupyter_client.manager import KernelManager

        self._manager = KernelManager(kernel_name="python3")
        try:
            self._manager.start_kernel(
                cwd=str(self._folder.resolve()),
                extra_arguments=["--IPKernelApp.log_level=50", "--HistoryManager.hist_file=:memory:"],
            )
        except (NoSuchKernel, OSError) as error:
            raise NotStarted(str(error)) from error
        try:
            self._client = self._manager.client()
            self._client.start_channels()
            self._client.wait_for_ready(timeout=START_SECONDS)
            source = Path(__file__).with_name("local_watch.py").read_text(encoding="utf-8")
            module = f'__import__("sys").modules.setdefault("{WATCH}", __import__("types").ModuleType("{WATCH}"))'
            self._ask(f"exec({source!r}, {module}.__dict__)")
            self._ask(f'__import__("{WATCH}").watch({CELL_CPU})')
        except RuntimeError as error:
            self.__exit__()
            raise NotStarted(str(error)) from error
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        with contextlib.suppress(RuntimeError, OSError):  # a kernel that is gone already
            self._manager.shutdown_kernel(now=True)
        self._client.stop_channels()

    def run(self, source: str) -> Ended:
        """Run one cell to its end, its limit of time or the kernel's end."""
        asked = self._client.execute(source, allow_stdin=False, stop_on_error=False)
        until, interrupts, error = time.monotonic() + CELL_CLOCK, 0, None
        while True:
            self._beat()
            if time.monotonic() > until:
                if interrupts == INTERRUPTS:
                    return Ended("stuck", clock=True)
                self._manager.interrupt_kernel()
                until, interrupts = time.monotonic() + REACT_SECONDS, interrupts + 1
            message = self._next(self._client.get_iopub_msg)
            if message is None:
                if not self._manager.is_alive():
                    return Ended("died")
            elif message["parent_header"].get("msg_id") != asked:
                continue
            elif message["msg_type"] == "error":
                error = message["content"]
            elif message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        self._reply(asked)
        return self._ended(error, bool(interrupts))

    def _ended(self, error: dict | None, interrupted: bool) -> Ended:
        answer = self._ask(f'__import__("{WATCH}").told({error is not None})')
        if answer is None and not self._manager.is_alive():
            return Ended("died")
        told = json.loads(answer) if answer else {"over": False, "error": None}
        raised = None
        if error is not None:
            known = told["error"] or {"kind": error["ename"], "message": error["evalue"]}
            raised = Raised(**{**known, "notes": tuple(known.get("notes", ()))})
        if told["over"] or interrupted:
            return Ended("timeout", raised, clock=not told["over"])
        return Ended("raised" if raised else "done", raised)

    def _ask(self, expression: str) -> str | None:
        """The value of an expression in the kernel that gives a text; None where there is none, or no answer."""
        asked = self._client.execute(
            "", silent=True, store_history=False, allow_stdin=False, user_expressions={"told": expression}
        )
        reply = self._reply(asked) or {}
        data = reply.get("user_expressions", {}).get("told", {}).get("data", {})
        try:
            value = ast.literal_eval(data.get("text/plain", "None"))
        except (ValueError, SyntaxError):
            return None
        return value if isinstance(value, str) else None

    def _reply(self, asked: str) -> dict | None:
        until = time.monotonic() + REACT_SECONDS
        while time.monotonic() < until:
            self._beat()
            message = self._next(self._client.get_shell_msg)
            if message is None:
                if not self._manager.is_alive():
                    return None
            elif message["parent_header"].get("msg_id") == asked:
                return message["content"]
        return None

    @staticmethod
    def _next(get: Callable) -> dict | None:
        try:
            return get(timeout=POLL_SECONDS)
        except queue.Empty:
            return None


@contextlib.contextmanager
def interrupts_noted():
    """Inside, Ctrl-C is only noted, so it never breaks into ZeroMQ's work: a function that says if it was pressed."""
    pressed = []
    if threading.current_thread() is not threading.main_thread():  # only that one may set signal handlers
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, lambda *_: pressed.append(True))
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)
