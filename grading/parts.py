"""Runs one part of a test, the visible or the hidden one, and watches the student's side of it while it lasts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from grading.exam import FAULT, PartResult
from grading.examiner import ExaminerError
from grading.seats import Seat
from grading.student import TICK, Cause, StudentKernel
from grading.verdicts import Status
from utils.diagnosis import Seen

EXAMINER_GRACE = 10.0  # seconds in which the examiner must notice that a student's process is gone

STATUS_OF = {
    Cause.TIME: Status.TIMEOUT,
    Cause.WALL: Status.TIMEOUT,
    Cause.MEMORY: Status.OUT_OF_MEMORY,
    Cause.PROCESSES: Status.KILLED,
    Cause.FILES: Status.KILLED,
    Cause.DIED: Status.KILLED,
    Cause.SILENT: Status.KILLED,
}


@dataclass(frozen=True)
class PartEnd:
    """How a part ended, and what it used of the student's limits."""

    status: Status
    reason: str = ""
    printed: str = ""
    cpu: float = 0.0
    memory: int = 0
    detail: str = ""
    """For instructors: why it is a fault of the grader."""
    seen: Seen | None = None
    """What the test saw when it failed."""
    undefined: str = ""
    """The name that the test, or student code in it, did not find."""
    cause: Cause | None = None
    """Why the part was stopped."""


def run_part(kernel: StudentKernel, seat: Seat, part: Callable[[], PartResult], cpu: float, wall: float) -> PartEnd:
    """Let the examiner run `part` on the seat, for at most so many seconds; end what the student's code leaves behind.

    The student's process is killed when the submission is over a limit. The rest of the notebook stays as it is.
    """
    known = kernel.tree.processes()
    before, own_before, began = kernel.tree.cpu(known), seat.cpu(), time.monotonic()
    work = _Work(part)
    work.start()
    cause, killed_at, memory = None, 0.0, seat.peak_memory()
    while not work.finished(TICK):
        memory = max(memory, seat.peak_memory())
        if cause is None:
            cause = kernel.over(before + cpu, began + wall)
            if cause is not None:
                seat.kill()
                kernel.end_newcomers(known, seat)
                killed_at = time.monotonic()
        elif time.monotonic() > killed_at + EXAMINER_GRACE:
            if not kernel.alive():
                detail = "the test did not end when its student's process had ended"
                return PartEnd(Status.GRADER_FAULT, FAULT, detail=detail, cause=cause)
            kernel.kill()  # another process of the student's may hold the connection open
            killed_at = time.monotonic()
        if not kernel.alive() and cause is None:
            cause, killed_at = Cause.DIED, time.monotonic()
    if cause is None:  # a part may end between two looks, and leave behind more than it may
        cause = kernel.over(before + cpu, began + wall)
    memory = max(memory, seat.peak_memory())
    kernel.end_newcomers(known, seat)
    own = seat.cpu()  # without what the rest of the submission does meanwhile
    spent = kernel.tree.cpu() - before if own is None or own_before is None else own - own_before
    if cause is not None and cause is not Cause.DIED:
        return PartEnd(STATUS_OF[cause], f"The test was stopped: {cause}.", cpu=spent, memory=memory, cause=cause)
    if work.result is None:
        return PartEnd(Status.GRADER_FAULT, FAULT, cpu=spent, memory=memory, detail=str(work.fault))
    result = work.result
    return PartEnd(
        result.status, result.reason, result.printed, spent, memory, result.detail, result.seen, result.undefined
    )


class _Work(threading.Thread):
    """A part under way in a thread of its own, which may be left behind if it never ends."""

    def __init__(self, part: Callable[[], PartResult]):
        super().__init__(daemon=True)
        self._part = part
        self.result: PartResult | None = None
        self.fault: Exception | None = None

    def run(self) -> None:
        try:
            self.result = self._part()
        except (ExaminerError, OSError, EOFError) as fault:
            self.fault = fault

    def finished(self, seconds: float) -> bool:
        self.join(seconds)
        return not self.is_alive()
