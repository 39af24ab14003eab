"""Watches and ends the processes of one submission from outside: processor time, memory, number. Linux only.

Which limits apply and what follows from them is decided in `grading.student`.
"""

from __future__ import annotations

import math
import os
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass

import psutil

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
DYING_SECONDS = 10.0
CLEAN_LOOKS = 2  # one look can miss a process whose parent ends meanwhile
COUNT_SECONDS = 1.0  # the longest time that a count of shared pages is used for


@dataclass(frozen=True)
class Process:
    """One process as /proc shows it. `started` tells apart two processes that had the same number."""

    pid: int
    parent: int
    started: int
    cpu: float
    """Seconds: its own, and those of its ended children."""
    own_cpu: float
    resident: int
    faults: int
    """Page faults: a process gets no page without one."""
    threads: int


class ProcessTree:
    """A process and all that descend from it.

    In a sandbox the root is the first process of a process namespace: orphans become its children, so none is missed.
    """

    def __init__(self, root: int):
        self.root = root
        self._cpu = 0.0
        self._own: dict[tuple[int, int], float] = {}
        """Seconds of each process that was ever seen, without its children's."""
        self._count: _MemoryCount | None = None

    def processes(self) -> list[Process]:
        """The living ones, root first."""
        found: dict[int, Process] = {}
        queue = [self.root]
        while queue:
            pid = queue.pop(0)
            process = read_process(pid)
            if process is not None and pid not in found:
                found[pid] = process
                queue += _children(process)
        return list(found.values())

    def cpu(self, processes: list[Process] | None = None) -> float:
        """Seconds of processor time so far. Never falls.

        A parent has the time of its ended children, but not where it told the kernel that it does not wait for them:
        then what was last seen of each counts.
        """
        found = self.processes() if processes is None else processes
        self._own |= {(process.pid, process.started): process.own_cpu for process in found}
        self._cpu = max(self._cpu, sum(process.cpu for process in found), sum(self._own.values()))
        return self._cpu

    def memory_exceeds(self, limit: int, processes: list[Process]) -> bool:
        """Whether they hold more than `limit` bytes together; shared pages count once.

        To count shared pages takes milliseconds a process, so it is done only when cheap bounds are above the limit.
        """
        if sum(process.resident for process in processes) <= limit:
            return False  # shared pages counted several times, and still below
        if self._count is None or self._count.at_most(processes) > limit:
            self._count = _MemoryCount(processes)
        return self._count.total > limit

    def open_files(self, processes: list[Process], most_each: int) -> int:
        """How many descriptors they hold together: what is in flight in sockets is memory, too.

        A process that keeps them from being seen, as it may where the grader is not root, counts for `most_each`.
        """
        return sum(_entries(f"/proc/{process.pid}/fd", most_each) for process in processes if process.threads)

    def end_all_but(self, spared: Iterable[Process]) -> None:
        """End all but the root and these: stop every one first, so that none can fork away, then kill."""
        kept = {(process.pid, process.started) for process in spared}
        stopped: set[tuple[int, int]] = set()
        deadline, clean = time.monotonic() + DYING_SECONDS, 0
        while clean < CLEAN_LOOKS and time.monotonic() < deadline:
            living = [process for process in self.processes() if process.pid != self.root and process.threads]
            others = [process for process in living if (process.pid, process.started) not in kept]
            clean = 0 if others else clean + 1
            fresh = [process for process in others if (process.pid, process.started) not in stopped]
            for process in fresh or others:
                send(process.pid, signal.SIGSTOP if fresh else signal.SIGKILL)
                stopped.add((process.pid, process.started))
            if others and not fresh:
                time.sleep(0.002)


class _MemoryCount:
    """What processes held together at one moment, and a bound for later ones."""

    def __init__(self, processes: list[Process]):
        self.total = sum(_proportional(process) for process in processes)
        self._until = time.monotonic() + COUNT_SECONDS
        self._then = {(process.pid, process.started): (process.resident, process.faults) for process in processes}

    def at_most(self, processes: list[Process]) -> float:
        """Bytes: each fault brought a page, or more, which then shows in what is resident. Infinite after a while.

        Why it ends: who gave shared memory back may have got as much of its own, in large pages, with few faults.
        """
        if time.monotonic() > self._until:
            return math.inf
        growth = 0
        for process in processes:
            resident, faults = self._then.get((process.pid, process.started), (0, 0))
            growth += max(process.resident - resident, 0) + (process.faults - faults) * PAGE
        return self.total + growth


def read_process(pid: int) -> Process | None:
    """The process with this number, or None when it has ended."""
    try:
        fields = _read(f"/proc/{pid}/stat").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    if fields[0] in "ZX":
        resident = threads = 0
    else:
        resident, threads = int(fields[21]) * PAGE, int(fields[17])
    own, children = (sum(map(int, pair)) / TICKS for pair in (fields[11:13], fields[13:15]))
    faults = int(fields[7]) + int(fields[9])
    return Process(pid, int(fields[1]), int(fields[19]), own + children, own, resident, faults, threads)


def peak_memory(pid: int) -> int:
    """Bytes: the most that the process held since it started; 0 when it has ended."""
    return _kilobytes(f"/proc/{pid}/status", "VmHWM:")


def number_inside(pid: int) -> int:
    """The number that the process has in its own namespace; 0 when it has ended."""
    try:
        lines = _read(f"/proc/{pid}/status").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[-1]) for line in lines if line.startswith("NSpid:")), 0)


def send(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process that may have ended already."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _children(process: Process) -> list[int]:
    try:
        tasks = [process.pid] if process.threads == 1 else os.listdir(f"/proc/{process.pid}/task")
    except (FileNotFoundError, ProcessLookupError):
        return []
    found: list[int] = []
    for task in tasks:
        try:
            found += map(int, _read(f"/proc/{process.pid}/task/{task}/children").split())
        except ProcessLookupError:
            continue
        except FileNotFoundError:
            if not os.path.exists(f"/proc/self/task/{os.getpid()}/children"):
                return _children_by_search(process.pid)
    return found


def _children_by_search(pid: int) -> list[int]:
    """For kernels that are built without lists of children."""
    try:
        return [child.pid for child in psutil.Process(pid).children()]
    except psutil.NoSuchProcess:
        return []


def _proportional(process: Process) -> int:
    """Its share of what it holds; all of that where it does not let us see what is shared."""
    try:
        return _kilobytes(f"/proc/{process.pid}/smaps_rollup", "Pss:", "SwapPss:")
    except PermissionError:
        return process.resident


def _kilobytes(path: str, *names: str) -> int:
    try:
        lines = _read(path).splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith(names))


def _entries(folder: str, unseen: int) -> int:
    try:
        return len(os.listdir(folder))
    except PermissionError:
        return unseen
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _read(path: str) -> str:
    with open(path, "rb", buffering=0) as file:
        return file.read().decode(errors="replace")
