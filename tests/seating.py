"""A student's process without Jupyter, for tests of the boundary: run some source, fork at a test, serve its calls."""

import os
import socket
import sys
import tempfile
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
