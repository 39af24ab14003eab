"""A student's process without Jupyter, for tests of the boundary: run some source, fork at a test, serve its calls."""

import os
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from grading import guest


@contextmanager
def seat(source: str, test: str = "q1_f__values", seed: int = 1, cpu_seconds: float = 10) -> Iterator[socket.socket]:
    """The connection to a process that has run the source of a student's notebook and serves one test."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listening:
        path = str(Path(folder, "seat"))
        listening.bind(path)
        listening.listen()
        pid = os.fork()
        if pid == 0:
            try:
                namespace = {"__name__": "__main__"}
                exec(compile(source, "<answer q1_f>", "exec"), namespace)
                guest.open_seat(path, test, seed, cpu_seconds, namespace)
            finally:
                os._exit(0)
        connection, _ = listening.accept()
        with connection:
            yield connection
        os.waitpid(pid, 0)


@contextmanager
def garbage(send: Callable[[socket.socket], object]) -> Iterator[socket.socket]:
    """The connection to a process that sends what it likes and then waits to be left alone."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        try:
            ours.close()
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
            send(theirs)
            while theirs.recv(65536):
                pass
        finally:
            os._exit(0)
    theirs.close()
    with ours:
        yield ours
    os.waitpid(pid, 0)


@contextmanager
def overheard(connection: socket.socket) -> Iterator[tuple[socket.socket, bytearray]]:
    """(a connection that goes on over `connection`, every byte that goes to the student's process)."""
    heard = bytearray()
    ours, line = socket.socketpair()

    def pass_on(one: socket.socket, other: socket.socket, note: Callable) -> None:
        while data := one.recv(65536):
            note(data)
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)

    ways = [
        threading.Thread(target=pass_on, args=(line, connection, heard.extend), daemon=True),
        threading.Thread(target=pass_on, args=(connection, line, len), daemon=True),
    ]
    for way in ways:
        way.start()
    with line:
        with ours:
            yield ours, heard
        for way in ways:
            way.join(5)


def spellings(number: int) -> list[bytes]:
    """How a number may stand in bytes."""
    packed = [struct.pack(order + kind, number) for order in "<>" for kind in "iqdf"]
    return [str(number).encode(), f"{number:x}".encode(), *packed]
