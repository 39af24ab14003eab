"""The trusted side of a test's connection to a student's process: proxies, requests, call-backs.

A test cell works with a student's functions and objects through `Handle`; `StudentSide` carries what it does with them
over the socket, and runs the functions that the test handed over when student code calls them. The other end is
`grading.guest`. Which names a test sees, and what its exceptions mean, is the matter of `grading.exam`.

Out go pickles that hold the arguments of calls and nothing else: functions and bound methods of the test go as numbers.
Back comes what `grading.codec` lets through. Everything else that the student's process does ends as a StudentError.
"""

from __future__ import annotations

import io
import pickle
import random
import socket
import struct
import sys
import time
import types
from collections.abc import Callable, Iterator

import numpy as np

from grading import codec
from grading.student_errors import (
    ConnectionEnded,
    NotPlainData,
    StudentError,
    Unreadable,
    nearest_builtin,
    student_error,
)

MAX_TOTAL = 256 * 1024 * 1024  # bytes that one test may receive
MAX_NAMES = 20_000
MAX_HANDLES = 100_000
MAX_LENGTH = 10_000_000  # that `len` of a handle may say, and items that one iteration may give
MAX_NESTED = 40  # calls within call-backs within calls …
MAX_RAISED = 10_000  # exceptions raised by call-backs

_END = object()


class NotSendable(TypeError):
    """A test hands over something that cannot be sent to the student's process: a fault of the test."""


def _refused(self, *args, **kwargs):
    raise NotPlainData(self.__class_name__)


class Handle:
    """Stands for an object in the student's process.

    Attributes, calls, items, iteration, `len` and `in` go there. What would take the object for a value on this side
    (equality, truth, numbers, arrays, hashing) raises NotPlainData: the student's process would decide about it.
    Names with double underscores stay here, so nothing about the object's class can be told by its own code.
    """

    __slots__ = ("__class_name__", "__name__", "__number__", "__side__")

    def __init__(self, side: StudentSide, number: int, class_name: str):
        object.__setattr__(self, "__side__", side)
        object.__setattr__(self, "__number__", number)
        object.__setattr__(self, "__class_name__", class_name)

    def __repr__(self) -> str:
        return f"<object of class {self.__class_name__}>"

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __call__(self, *args, **kwargs):
        return self.__side__.request("call", self, *args, **kwargs)

    def __getattr__(self, name: str):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(f"{self!r}: {name} is not asked for")
        return self.__side__.request("getattr", self, name)

    def __setattr__(self, name: str, value):
        self.__side__.request("setattr", self, name, value)

    def __getitem__(self, key):
        return self.__side__.request("getitem", self, key)

    def __setitem__(self, key, value):
        self.__side__.request("setitem", self, key, value)

    def __delitem__(self, key):
        self.__side__.request("delitem", self, key)

    def __len__(self) -> int:
        length = self.__side__.request("len", self)
        if type(length) is not int or not 0 <= length <= MAX_LENGTH:
            raise self.__side__.broken_by(Unreadable("a length that is none"))
        return length

    def __contains__(self, item) -> bool:
        answer = self.__side__.request("contains", self, item)
        if type(answer) is not bool:
            raise self.__side__.broken_by(Unreadable("`in` gave neither True nor False"))
        return answer

    def __iter__(self) -> Iterator:
        iterator = self.__side__.request("iter", self)
        for _ in range(MAX_LENGTH):
            item = self.__side__.request("next", iterator)
            if item is _END:
                return
            yield item
        raise self.__side__.broken_by(Unreadable("an iteration without end"))

    def __next__(self):
        item = self.__side__.request("next", self)
        if item is _END:
            raise StopIteration
        return item

    def __run_beside__(self, function, args: tuple, kwargs: dict):
        return self.__side__.request("call", function, *args, **kwargs)

    __bool__ = __hash__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refused
    __int__ = __float__ = __complex__ = __index__ = __bytes__ = __round__ = __abs__ = __neg__ = __pos__ = __invert__ = (
        _refused
    )
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __matmul__ = __rmatmul__ = _refused
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __divmod__ = __rdivmod__ = _refused
    __pow__ = __rpow__ = __and__ = __rand__ = __or__ = __ror__ = __xor__ = __rxor__ = _refused
    __lshift__ = __rlshift__ = __rshift__ = __rrshift__ = _refused
    __array__ = __array_ufunc__ = __array_function__ = _refused
    __instancecheck__ = __subclasscheck__ = __reduce_ex__ = _refused


class StudentSide:
    """One test's connection to a fork of the student's process.

    Attributes: `names`, what the student's globals define; `broken`, the StudentError that ended the connection, or
    None; `raised`, the exceptions that functions of the test raised when student code called them; `received`, bytes;
    `spent`, seconds of this side's processor time within requests, where student code decides what there is to do.
    """

    def __init__(self, connection: socket.socket, write: Callable[[str], object]):
        """`write` takes what student code prints. Both sides have just been seeded alike."""
        self.names: frozenset[str] = frozenset()
        self.broken: StudentError | None = None
        self.raised: list[BaseException] = []
        self.write = write
        self._socket = connection
        self._decoder = codec.Decoder(self._handle, self._function)
        self._handles: dict[int, Handle] = {}
        self._functions: list[Callable] = []
        self._numbers: dict[int, int] = {}  # id of a function that was handed over -> its number
        self._assertion: AssertionError | None = None
        self._states: tuple | None = _random_states()
        self.received = 0
        self.spent = 0.0
        self._nested = 0

    def greet(self, test: str) -> None:
        """Receive the names that the student's process defines. Raises StudentError if it is not the one for `test`."""
        match self._receive():
            case "hello", (str(name), list(names)) if name == test and len(names) <= MAX_NAMES:
                self.names = frozenset(name for name in names if type(name) is str)
            case _:
                raise self.broken_by(Unreadable("no greeting for this test"))

    def get(self, name: str):
        """The student's global `name`, one of `names`: plain data or a handle."""
        value = self.request("name", _Name(name))
        if type(value) is Handle:
            object.__setattr__(value, "__name__", name)
        return value

    def seeded(self) -> None:
        """Note that the test has seeded its generators: their states go over, also if they are what they were."""
        self._states = None

    def request(self, op: str, *args, **kwargs):
        """Have the student's process do something; returns what came back.

        Raises what student code raised, as StudentError; and what a function of the test raised in between: an
        AssertionError even if student code caught it (a check of the test does not hold, whatever the student's code
        makes of it), all else if student code let it through.
        """
        if self._nested >= MAX_NESTED:
            raise self.broken_by(Unreadable("calls nested too deep"))
        self._nested += 1
        began = time.process_time()
        try:
            self._send(op, args, kwargs, self._changed_states())
            what, content = self._receive()
            while what == "call":
                self._call_back(content)
                what, content = self._receive()
        finally:
            self._nested -= 1
            if self._nested == 0:
                self.spent += time.process_time() - began
        if self._assertion is not None:
            assertion, self._assertion = self._assertion, None
            raise assertion
        if what == "value":
            return content
        if what == "end" and op == "next":
            return _END
        if what != "error":
            raise self.broken_by(Unreadable("an answer of the wrong form"))
        number = content[-1] if type(content) is tuple and content and type(content[-1]) is int else -1
        raise self.raised[number] if 0 <= number < len(self.raised) else student_error(content)

    def broken_by(self, error: StudentError) -> StudentError:
        """Note that nothing more may be asked; returns the error, or the one that came before it."""
        if self.broken is None:
            self.broken = error
            self._socket.close()
        return self.broken

    def _call_back(self, content: object) -> None:
        match content:
            case (int(number), tuple(args), dict(kwargs)) if 0 <= number < len(self._functions):
                pass
            case _:
                raise self.broken_by(Unreadable("a call-back of the wrong form"))
        try:
            value = self._functions[number](*args, **kwargs)
        except Exception as error:  # the test's own function: any exception goes through the student's code
            if self.broken is not None:
                raise
            if len(self.raised) >= MAX_RAISED:
                raise self.broken_by(Unreadable("too many exceptions")) from None
            self.raised.append(error)
            if isinstance(error, AssertionError) and not isinstance(error, StudentError):
                self._assertion = error
            # The message may hold an expected value: only the type goes over.
            told = (nearest_builtin(error), "raised by a function of the test", len(self.raised) - 1)
            self._send("raise", told, {}, None)
        else:
            self._send("return", value, {}, None)

    def _changed_states(self):
        """The states of `random` and `numpy.random` if they are not those that the student's side had from here."""
        states = _random_states()
        if self._states is not None and _same_states(states, self._states):
            return None
        self._states = states
        return states

    def _handle(self, number: int, class_name: str) -> Handle:
        if number not in self._handles:
            if len(self._handles) >= MAX_HANDLES:
                raise codec.CodecError("too many objects")
            self._handles[number] = Handle(self, number, class_name)
        return self._handles[number]

    def _function(self, number: int) -> Callable:
        if not 0 <= number < len(self._functions):
            raise codec.CodecError("a function that was not handed over")
        return self._functions[number]

    def number_of(self, function: Callable) -> int:
        """The number under which student code can call a function of the test."""
        number = self._numbers.get(id(function))
        if number is None:
            number = self._numbers[id(function)] = len(self._functions)
            self._functions.append(function)  # kept, so that its id stays its own
        return number

    def _send(self, *message) -> None:
        data = io.BytesIO()
        try:
            _Pickler(self, data).dump(message)
        except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as error:
            raise NotSendable(f"this cannot be handed to the student's function: {error}") from error
        try:
            if self.broken is None:
                self._socket.sendall(struct.pack(">Q", data.tell()) + data.getbuffer())
        except OSError:
            self.broken_by(ConnectionEnded())
        if self.broken is not None:
            raise self.broken

    def _receive(self) -> tuple[str, object]:
        (length,) = struct.unpack(">Q", self._read(8))
        self.received += length
        if length > codec.MAX_FRAME or self.received > MAX_TOTAL:
            raise self.broken_by(Unreadable("too much"))
        try:
            message = self._decoder.decode(self._read(length))
        except codec.CodecError as error:
            raise self.broken_by(Unreadable(str(error))) from None
        match message:
            case str(what), content, str(printed):
                self.write(printed)
                return what, content
        raise self.broken_by(Unreadable("a message of the wrong form"))

    def _read(self, length: int) -> bytes:
        data = bytearray()  # grows with what comes, not with what was announced
        while len(data) < length:
            try:
                part = self._socket.recv(min(length - len(data), 1 << 20))
            except OSError:
                part = b""
            if not part:
                raise self.broken_by(ConnectionEnded())
            data += part
        return bytes(data)


class _Name(str):
    """A name of the student's globals, as the argument of a request."""


class _Pickler(pickle.Pickler):
    """Pickles requests: the student's objects as what they are there, functions of the test as numbers."""

    def __init__(self, side: StudentSide, file: io.BytesIO):
        super().__init__(file, protocol=5)
        self._side = side

    def persistent_id(self, value):
        kind = type(value)
        if kind is Handle:
            if value.__side__ is not self._side:
                raise NotSendable("an object of one test was handed to another")
            return "handle", value.__number__
        if kind is _Name:
            return "name", str(value)
        if kind is types.FunctionType and not _is_importable(value):
            return "callback", self._side.number_of(value)
        if kind in _BOUND and not isinstance(value.__self__, type | types.ModuleType | None):
            # Its object stays here, so that it sees the call.
            return "callback", self._side.number_of(value)
        if isinstance(value, type) and value.__module__ == "__main__":
            if value.__name__ not in self._side.names:
                raise NotSendable(f"the class {value.__name__} is defined in a test cell; classes belong into utils")
            return "name", value.__name__
        return None


_BOUND = (types.MethodType, types.BuiltinMethodType, types.MethodWrapperType)


def _is_importable(function: types.FunctionType) -> bool:
    found = sys.modules.get(function.__module__) if function.__module__ != "__main__" else None
    for part in function.__qualname__.split("."):
        found = getattr(found, part, None)
    return found is function


def _random_states() -> tuple:
    return random.getstate(), np.random.get_state()


def _same_states(one: tuple, other: tuple) -> bool:
    numpy_one, numpy_other = one[1], other[1]
    return one[0] == other[0] and np.array_equal(numpy_one[1], numpy_other[1]) and numpy_one[2:] == numpy_other[2:]
