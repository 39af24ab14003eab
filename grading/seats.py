"""Seats: the forks of a student's kernel that serve one test each, and the doors by which they come to the engine.

What goes over the connection is the matter of `grading.guest` and `grading.proxies`.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import struct
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from grading.processes import peak_memory, read_process

_CREDENTIALS = struct.Struct("3i")  # process, user, group


@dataclass
class Seat:
    """The connection to a fork that serves one test, and its process."""

    connection: socket.socket
    pid: int
    handle: int
    """Names the process for certain, also when its number has gone to another one; -1 when closed."""

    @property
    def closed(self) -> bool:
        return self.handle < 0

    def cpu(self) -> float | None:
        """Seconds of processor time that it used so far; None when it has ended."""
        process = read_process(self.pid)
        return process.cpu if process is not None and process.threads else None

    def peak_memory(self) -> int:
        """Bytes that it held at most; 0 when it has ended."""
        return peak_memory(self.pid)

    def kill(self) -> None:
        if not self.closed:
            signal_process(self.handle, signal.SIGKILL)

    def close(self) -> None:
        """End it; may be called again."""
        if not self.closed:
            self.kill()
            os.close(self.handle)
            self.handle = -1
        self.connection.close()


class Door:
    """A socket in `folder` to which one process may connect, once. A context manager."""

    def __init__(self, folder: Path, name: str):
        self._listener = socket.socket(socket.AF_UNIX)
        handle = os.open(folder, os.O_PATH)
        try:
            self._listener.bind(f"/proc/self/fd/{handle}/{name}")  # paths of sockets must be short; folders' need not
        finally:
            os.close(handle)
        (folder / name).chmod(0o666)  # the folder above keeps others out
        self._listener.listen(1)
        self._listener.setblocking(False)

    def __enter__(self) -> Door:
        return self

    def __exit__(self, *exception) -> None:
        self._listener.close()

    def visitor(self) -> socket.socket | None:
        """The connection that was made, or None."""
        try:
            return self._listener.accept()[0]
        except BlockingIOError:
            return None


def seated(connection: socket.socket, forks: Collection[int]) -> Seat | None:
    """A seat of a connection whose other end is one of the processes `forks`; else it is closed, and None."""
    packed = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    pid, _, _ = _CREDENTIALS.unpack(packed)
    if pid not in forks:
        connection.close()
        return None
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        connection.close()
        return None
    connection.setblocking(True)
    return Seat(connection, pid, handle)


def ended(handle: int) -> bool:
    """Whether the process of a pidfd has ended."""
    watched = select.poll()
    watched.register(handle, select.POLLIN)
    return bool(watched.poll(0))


def signal_process(handle: int, number: signal.Signals) -> None:
    """Send a signal to the process of a pidfd, which may have ended."""
    try:
        signal.pidfd_send_signal(handle, number)
    except ProcessLookupError:
        return
