"""A student's kernel: runs cells within limits, forks at tests, and is watched from outside.

It is started by `grading.provisioner`; what it sends is read by `grading.wire`. In which order cells and tests run is
decided by `grading.attempt`, what follows from their end by `grading.engine`.

Everything that comes from the kernel's side may be hostile. It can cost the submission its own tests, and time up to
the limits.
"""

from __future__ import annotations

import math
import os
import signal
import socket
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import zmq
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager
from jupyter_core.utils import run_sync
from nbformat import NotebookNode
from traitlets import Instance

from grading.limits import Boundary
from grading.processes import Process, ProcessTree, read_process
from grading.provisioner import OPEN_FILES, KernelNotStarted, SandboxProvisioner
from grading.seats import Door, Seat, ended, seated, signal_process
from grading.wire import SMALL, Ending, Message, Outputs, context, receive

TICK = 0.05  # seconds between two looks at the processes
GRACE = 3.0  # seconds that an interrupted cell has to end
FIRST_ANSWER = 60.0  # seconds to wait for a kernel that starts
NEXT_ANSWER = 15.0  # … and for one that was there before
SEAT_CPU = 10.0  # seconds of processor time for a fork to appear
SEAT_SECONDS = 10.0  # by the clock, when the kernel says that it has forked
MOST_DESCRIPTORS = 4096  # of all processes together: each may stand for 200 KB in the kernel (a socket's usual buffer)
LARGEST_REPLY = 2**20  # bytes: it holds the traceback of a failed cell
MOST_FILES = 50_000  # in scratch: even empty ones cost memory


class Cause(StrEnum):
    """Why a cell or a test was stopped, or ended badly by itself. The text is for the student."""

    TIME = "it used more processor time than allowed"
    WALL = "it took longer than allowed (sleeping, or waiting for something that never came)"
    MEMORY = "it used more memory than allowed"
    PROCESSES = "it started more processes than allowed"
    FILES = "it wrote or opened more files than allowed"
    DIED = "it ended the notebook's process, at once or a moment later (a crash, or a call such as os._exit)"
    SILENT = "the notebook's process did not answer"


@dataclass
class CellResult:
    """How a cell ended. With a `cause` it did not end by itself; `alive` says whether the kernel can go on."""

    outputs: list[NotebookNode]
    execution_count: int | None = None
    failed: bool = False
    cause: Cause | None = None
    alive: bool = True
    cpu: float = 0.0


class StudentKernel:
    """One kernel, from `start` to `close`, in one thread: the sandbox ends with the thread that started it."""

    def __init__(self, boundary: Boundary, given: Path | None = None, tests: int = 0):
        """`given`: folder with the files that the notebook needs beside it; `tests`: how many seats may be open."""
        self.boundary = boundary
        self._context = context()
        spec = KernelSpec(
            argv=[],
            language="python",
            metadata={
                "kernel_provisioner": {
                    "provisioner_name": "workbook-sandbox",
                    "config": {"boundary": boundary, "given": str(given) if given else "", "seats": tests},
                }
            },
        )
        self._manager = KernelManager(kernel_spec_manager=_OneSpec(spec=spec), context=self._context)
        self._room = boundary.notebook_output
        self._seats: list[Seat] = []
        self._seat_number = 0
        self._kernel_handle = -1

    def start(self) -> None:
        """Raises SandboxUnavailable or KernelNotStarted."""
        self._manager.start_kernel()
        self._provisioner: SandboxProvisioner = self._manager.provisioner
        self.tree = ProcessTree(self._provisioner.first)
        try:
            self._kernel_handle = os.pidfd_open(self._provisioner.kernel)
        except ProcessLookupError:
            self.close()
            raise KernelNotStarted("The student's kernel ended while it started.") from None
        if not self._connect(FIRST_ANSWER):
            self.close()
            raise KernelNotStarted("The student's kernel started, but did not answer.")

    def run_cell(self, source: str, cpu: float, wall: float) -> CellResult:
        """Execute one cell. Over its time it is interrupted, then killed; over another limit it is killed at once."""
        before, began = self.tree.cpu(), time.monotonic()
        request = self._request(source, silent=False)
        outputs, ending = Outputs(min(self.boundary.output_size, self._room)), Ending()
        cause, killed, interrupted_at, next_look = None, False, 0.0, began + TICK / 2
        while not ending.complete():
            self._take(request, outputs, ending)
            if time.monotonic() < next_look:
                continue
            next_look = time.monotonic() + TICK / 2
            processes = self.tree.processes()
            over = self._over(processes, before + cpu, began + wall)
            crowded = self._crowded(processes, 0.9)
            if not self.alive():
                cause, killed = cause or Cause.DIED, True
            elif over in (Cause.TIME, Cause.WALL):
                if cause is None:
                    cause, interrupted_at = over, time.monotonic()
                    signal_process(self._kernel_handle, signal.SIGINT)
                elif time.monotonic() > interrupted_at + GRACE:
                    killed = True
            elif crowded or over is not None:
                cause, killed = Cause.PROCESSES if crowded else over, True
            if killed:
                self.kill()
                break
        if not killed and self._crowded(self.tree.processes(), 0.5):
            cause, killed = Cause.PROCESSES, True
            self.kill()
        if not killed and ending.partial and not self._reconnect():
            cause, killed = cause or Cause.SILENT, True
            self.kill()
        spent = self.tree.cpu() - before
        self._room -= outputs.size
        return CellResult(outputs.finished(), ending.count, ending.failed, cause, not killed, spent)

    def open_seat(self, test: str, seed: int, cpu_seconds: float) -> Seat | Cause:
        """Let the kernel fork at this place; the seat, or why there is none. A kernel that hangs over it is ended."""
        self._seat_number += 1
        name = str(self._seat_number)
        inside = str(self._provisioner.inside / "seats" / name)
        with Door(self._provisioner.shared / "seats", name) as door:
            code = f"__import__('guest').open_seat({inside!r}, {test!r}, {seed}, {cpu_seconds}, globals())"
            request, ending = self._request(code, silent=True), Ending()
            connection, cause = self._wait_for_fork(door, request, ending)
        seat = None
        if connection is not None:
            grown = {process.pid for process in self.tree.processes()}
            seat = seated(connection, grown - {self._provisioner.first, self._provisioner.kernel})
        if seat is not None:
            self._seats.append(seat)
        if not ending.complete():
            self.kill()
            return cause or Cause.SILENT
        return seat or cause or Cause.SILENT

    def _wait_for_fork(self, door: Door, request: str, ending: Ending) -> tuple[socket.socket | None, Cause | None]:
        """The connection that the fork makes, or why there is none; waits until the kernel is ready again, too."""
        connection, before, began = None, self.tree.cpu(), time.monotonic()
        next_look = began + TICK / 2
        while connection is None or not ending.complete():
            self._take(request, None, ending, wait=0.002)
            connection = connection or door.visitor()
            if time.monotonic() < next_look:
                continue
            next_look = time.monotonic() + TICK / 2
            over = self._over(self.tree.processes(), before + SEAT_CPU, began + SEAT_CPU * self.boundary.wall_factor)
            if not self.alive():
                return connection, Cause.DIED
            given_up = ending.complete() and (ending.failed or time.monotonic() > began + SEAT_SECONDS)
            if over is not None or (connection is None and given_up):
                return connection, over or Cause.SILENT
        return connection, None

    def watch(self, until: float) -> Cause | None:
        """Do nothing until a moment of time.monotonic(); why the kernel ended meanwhile, or before, if it did."""
        while self.alive() and time.monotonic() < until:
            over = self.over(math.inf, math.inf)
            if over is not None:
                self.kill()
                return over
            time.sleep(TICK)
        return None if self.alive() else Cause.DIED

    def over(self, cpu_until: float, wall_until: float) -> Cause | None:
        """Which limit the whole submission is over now, if any."""
        return self._over(self.tree.processes(), cpu_until, wall_until)

    def end_newcomers(self, known: list[Process], seat: Seat) -> None:
        """End what a test started and left behind; the processes in `known` and the seat itself stay."""
        sitting = read_process(seat.pid)
        self.tree.end_all_but([*known, *([sitting] if sitting else [])])

    def alive(self) -> bool:
        """Whether the kernel's own process is there: it ends before all that ends with it."""
        running = self._provisioner.process is not None and self._provisioner.process.poll() is None
        return running and not ended(self._kernel_handle)

    def freeze(self) -> None:
        """Stop the kernel's own process for good: after this only seats run."""
        signal_process(self._kernel_handle, signal.SIGSTOP)

    def kill(self) -> None:
        """End all processes of the submission at once."""
        run_sync(self._provisioner.kill)()

    def close(self) -> None:
        """End everything and clean up; may be called at any time after the constructor, and again."""
        for seat in self._seats:
            seat.close()
        self._seats.clear()
        try:
            if self._kernel_handle >= 0:
                os.close(self._kernel_handle)
                self._kernel_handle = -1
            if self._manager.has_kernel:
                self._manager.shutdown_kernel(now=True)
        finally:  # whatever went wrong: a context that is only forgotten hangs the thread that collects it
            self._context.destroy(linger=0)

    def _connect(self, seconds: float) -> bool:
        """Connect, and wait until the kernel answers and its output channel is there; False when it does not."""
        self._shell = self._manager.connect_shell()
        self._iopub = self._manager.connect_iopub()
        self._poller = zmq.Poller()
        for channel in (self._shell, self._iopub):
            self._poller.register(channel, zmq.POLLIN)
        session, began, asked = self._manager.session, time.monotonic(), 0.0
        while self.alive() and time.monotonic() < began + seconds:
            if time.monotonic() > asked + 0.2:
                session.send(self._shell, "kernel_info_request", {})
                asked = time.monotonic()
            self._poller.poll(10)
            if any(message.kind == "status" for message in self._drain(self._iopub)):
                self._drain(self._shell)
                return True
        return False

    def _reconnect(self) -> bool:
        """Connect anew: ZeroMQ gives a connection up for good over which something too large was sent."""
        self._shell.close()
        self._iopub.close()
        return self._connect(NEXT_ANSWER)

    def _request(self, source: str, silent: bool) -> str:
        content = {
            "code": source,
            "silent": silent,
            "store_history": not silent,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": False,
        }
        return self._manager.session.send(self._shell, "execute_request", content)["header"]["msg_id"]

    def _take(self, request: str, outputs: Outputs | None, ending: Ending, wait: float = TICK) -> None:
        """Wait a moment for messages and use those that answer the request."""
        self._poller.poll(wait * 1000)
        for message in self._drain(self._iopub, SMALL if outputs is None else outputs.readable):
            if message.parent != request:
                continue
            if message.kind == "status" and message.content.get("execution_state") == "idle":
                ending.saw_idle()
            elif outputs is not None:
                outputs.add(message)
        for message in self._drain(self._shell):
            if message.parent == request and message.kind == "execute_reply":
                ending.saw_reply(message)

    @staticmethod
    def _drain(channel: zmq.Socket, largest: int = LARGEST_REPLY) -> list[Message]:
        """The messages that have come, not more than a few: who sends without end must not keep us here."""
        found, until = [], time.monotonic() + TICK
        for _ in range(100):
            if time.monotonic() > until:
                break
            try:
                message = receive(channel, largest)
            except zmq.Again:
                break
            if message is not None:
                found.append(message)
        return found

    def _over(self, processes: list[Process], cpu_until: float, wall_until: float) -> Cause | None:
        if self.tree.memory_exceeds(self.boundary.memory, processes):
            return Cause.MEMORY
        if self._files() > MOST_FILES:
            return Cause.FILES
        if self.tree.open_files(processes, OPEN_FILES) > MOST_DESCRIPTORS:
            return Cause.PROCESSES if self._crowded(processes, 0.5) else Cause.FILES  # forks inherit what was open
        if self.tree.cpu(processes) > cpu_until:
            return Cause.TIME
        return Cause.WALL if self.boundary.stopped or time.monotonic() > wall_until else None

    def _files(self) -> int:
        if not self._provisioner.isolated:
            return 0
        try:
            disk = os.statvfs(f"/proc/{self._provisioner.first}/root/scratch")
        except (FileNotFoundError, ProcessLookupError):
            return 0
        return disk.f_files - disk.f_ffree

    def _crowded(self, processes: list[Process], share: float) -> bool:
        """Whether there are more processes and threads than this share of the limit, seats not counted."""
        seats = sum(not seat.closed for seat in self._seats)
        return sum(process.threads for process in processes) - seats > share * self.boundary.processes


class _OneSpec(KernelSpecManager):
    """A kernel spec that is nowhere installed."""

    spec = Instance(KernelSpec)

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return self.spec
