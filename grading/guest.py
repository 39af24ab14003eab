"""The student's side of a test: a fork of the student's process that serves the calls of one test on a socket.

It is bound into the sandbox with `codec.py` beside it and imports nothing else of `grading`. Nothing here is trusted:
student code may change all of it, and then only its own tests end badly. What is sent is checked by `grading.proxies`;
limits of time and memory are watched from outside (`grading.student`).

Messages to the student are pickles, (op, arguments, keyword arguments, random states or None). Messages from the
student are carried by the codec, tuples (what, content, printed text):

    ("hello", (test, names), "")          once, at the beginning
    ("value", value, …)                   a request is answered
    ("end", None, …)                      an iterator has no more items
    ("error", (builtin type, class name, message, places, number), …)
                                          student code raised; `number` names an exception of a call-back, or is -1
    ("call", (number, args, kwargs), …)   student code calls a function of the test

A call-back is answered by ("return", value) or ("raise", (builtin type, message, number)).
"""

from __future__ import annotations

import builtins
import contextlib
import gc
import importlib.util
import io
import linecache
import operator
import os
import pickle
import random
import resource
import signal
import socket
import struct
import sys
import threading
import traceback
import warnings
from pathlib import Path

import numpy as np

_spec = importlib.util.spec_from_file_location("workbook_codec", Path(__file__).with_name("codec.py"))
codec = importlib.util.module_from_spec(_spec)  # by its path: a student's codec.py must not take its place
_spec.loader.exec_module(codec)

MAX_PRINTED = 64 * 1024
MAX_MESSAGE = 1000
MAX_PLACES = 6
MAX_LINE = 200
MAX_NAMES = 20_000

_children: set[int] = set()


def open_seat(socket_path: str, test: str, seed: int, cpu_seconds: float, namespace: dict) -> None:
    """Fork; the parent goes on at once, the child serves one test and ends.

    The child connects to the unix socket `socket_path`, says which `test` it is for and which names `namespace` (the
    student's globals) defines, seeds `random` and `numpy.random`, and answers requests until the connection closes.
    `cpu_seconds` of processor time are the most that it may use.
    """
    for pid in list(_children):
        with contextlib.suppress(ChildProcessError):  # student code may have waited for it
            if os.waitpid(pid, os.WNOHANG)[0] == 0:
                continue
        _children.discard(pid)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forking beside threads
        pid = os.fork()
    if pid:
        _children.add(pid)
        return
    status = 1
    try:
        Seat(_settle(socket_path, seed, cpu_seconds), namespace).serve(test)
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is flushed, no exit handler of the parent's runs


def _settle(socket_path: str, seed: int, cpu_seconds: float) -> socket.socket:
    """Make the fork independent of its parent: own connection, no other descriptors, own limits and seeds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is meant for the cell that runs in the parent
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(socket_path)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    keep = connection.fileno()
    os.closerange(3, keep)
    os.closerange(keep + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limits = [int(cpu_seconds) + 1] + [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_CPU, (min(limits), hard))
    gc.freeze()  # the parent's objects are not this process's to clean up
    random.seed(seed)
    np.random.seed(seed)
    return connection


class Printed(io.TextIOBase):
    """Takes the place of stdout and stderr: keeps the first characters that are written, up to a bound."""

    def __init__(self):
        self._parts: list[str] = []
        self._left = MAX_PRINTED

    def write(self, text: str) -> int:
        if self._left > 0:
            self._parts.append(text[: self._left])
            self._left -= len(text)
            if self._left <= 0:
                self._parts.append("\n… (more was printed)\n")
        return len(text)

    def take(self) -> str:
        """What was written since the last time."""
        text = "".join(self._parts)
        self._parts.clear()
        return text


class Seat:
    """Serves requests for the objects of a namespace over a connected socket."""

    def __init__(self, connection: socket.socket, namespace: dict):
        self._connection = connection
        self._namespace = namespace
        self._objects: list[object] = []
        self._numbers: dict[int, int] = {}  # id of an object that is kept -> its number
        self._stubs: dict[int, object] = {}  # number of a function of the test -> what stands for it here
        self._stub_numbers: dict[int, int] = {}
        self._encoder = codec.Encoder(self._keep, lambda value: self._stub_numbers.get(id(value)))
        self._lock = threading.RLock()
        self._printed = _collect_output()

    def serve(self, test: str) -> None:
        """Answer requests until the other side closes the connection."""
        names = [name for name in self._namespace if type(name) is str and name.isidentifier() and name[0] != "_"]
        self._send("hello", (test, names[:MAX_NAMES]))
        while (data := self._receive()) is not None:
            self._answer(data)

    def _answer(self, data: bytes) -> None:
        op = ""
        try:
            op, args, kwargs, states = self._load(data)
            if states is not None:
                random.setstate(states[0])
                np.random.set_state(states[1])
            what, content = "value", _OPERATIONS[op](*args, **kwargs)
        except BaseException as error:  # whatever student code raises is an answer, also SystemExit
            ended = op == "next" and type(error) is StopIteration
            what, content = ("end", None) if ended else ("error", self._described(error))
        self._send(what, content)

    def _call_back(self, number: int, args: tuple, kwargs: dict) -> object:
        with self._lock:
            self._send("call", (number, args, kwargs))
            while (data := self._receive()) is not None:
                op, content, *_ = self._load(data)
                if op == "return":
                    return content
                if op == "raise":
                    kind, message, error_number = content
                    error = getattr(builtins, kind)(message)
                    error.workbook_number = error_number
                    raise error
                self._answer(data)
        os._exit(1)  # the test is over

    def _stub(self, number: int) -> object:
        if number not in self._stubs:

            def function(*args, **kwargs):
                """A function that the test handed over; it runs on the test's side."""
                return self._call_back(number, args, kwargs)

            self._stubs[number] = function
            self._stub_numbers[id(function)] = number
        return self._stubs[number]

    def _keep(self, value: object) -> int:
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
        return number

    def _described(self, error: BaseException) -> tuple:
        kind = next((base.__name__ for base in type(error).__mro__ if base.__module__ == "builtins"), "Exception")
        if kind == "NotImplementedError" and not self._is_ours(error):
            kind = "RuntimeError"  # its base: a package can't do something, and the answer is written
        try:
            message, number = str(error)[:MAX_MESSAGE], getattr(error, "workbook_number", -1)
        except Exception:  # a class of the student's may raise anything here
            message, number = "", -1
        return kind, codec.class_name(error), message, self._places(error), number

    def _is_ours(self, error: BaseException) -> bool:
        """Whether the notebook or `utils` raised it, and no package."""
        *_, (frame, _) = [(None, 0), *traceback.walk_tb(error.__traceback__)]
        space = frame.f_globals if frame else {}
        return space is self._namespace or str(space.get("__name__", "")).startswith("utils.")

    def _places(self, error: BaseException) -> list[tuple]:
        """Where in the student's own cells an exception passed: (cell, line, function, source line), innermost last."""
        places = []
        for frame, line in traceback.walk_tb(error.__traceback__):
            if frame.f_globals is self._namespace:
                code = frame.f_code
                source = linecache.getline(code.co_filename, line).strip()
                places.append(
                    (
                        _cell(code.co_filename),
                        line,
                        code.co_qualname.rpartition("<locals>.")[2][:MAX_LINE],
                        source[:MAX_LINE],
                    )
                )
        return places[-MAX_PLACES:]

    def _send(self, what: str, content: object) -> None:
        printed = self._printed.take()
        try:
            frame = self._encoder.encode((what, content, printed))
        except codec.CodecError as problem:
            told = "ValueError", "ValueError", f"this is too large to hand over: {problem}", [], -1
            frame = self._encoder.encode(("error", told, printed))
        except (AttributeError, TypeError, RuntimeError, MemoryError) as problem:  # odd subclasses, a dict that changes
            frame = self._encoder.encode(("error", self._described(problem), printed))
        self._connection.sendall(struct.pack(">Q", len(frame)) + frame)

    def _receive(self) -> bytes | None:
        header = self._read(8)
        return None if header is None else self._read(struct.unpack(">Q", header)[0])

    def _load(self, data: bytes) -> tuple:
        return _Unpickler(self, data).load()

    def _read(self, length: int) -> bytes | None:
        parts = bytearray()
        while len(parts) < length:
            part = self._connection.recv(min(length - len(parts), 1 << 20))
            if not part:
                return None
            parts += part
        return bytes(parts)


class _Unpickler(pickle.Unpickler):
    """Turns what stands for the student's own objects, and for functions of the test, into objects of this process."""

    def __init__(self, seat: Seat, data: bytes):
        super().__init__(io.BytesIO(data))
        self._seat = seat

    def persistent_load(self, pid):
        kind, key = pid
        if kind == "handle":
            return self._seat._objects[key]
        if kind == "callback":
            return self._seat._stub(key)
        return self._seat._namespace[key]


def _cell(filename: str) -> str:
    """The name of the cell that a piece of code came from."""
    shell = _shell()
    name = shell.compile.format_code_name(filename) if shell is not None else None
    return " ".join(name)[:MAX_LINE] if name else filename[:MAX_LINE]


def _collect_output() -> Printed:
    """Catch what is printed and displayed from now on, also through streams that student code took hold of before.

    Those of a kernel would send it to the notebook's outputs even from a fork.
    """
    printed = Printed()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.write, stream.flush = printed.write, printed.flush
    sys.stdout = sys.stderr = printed
    if (shell := _shell()) is not None:
        from IPython.core.displaypub import CapturingDisplayPublisher

        shell.display_pub = CapturingDisplayPublisher()
    return printed


def _shell():
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


_OPERATIONS = {
    "name": lambda value: value,
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "getattr": getattr,
    "setattr": setattr,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
    "len": len,
    "contains": operator.contains,
    "iter": iter,
    "next": next,
}
