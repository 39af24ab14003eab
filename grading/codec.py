"""The strict codec for what comes out of a student's process: plain data only, as JSON, never pickle.

It stands alone (numpy is all it needs), because it is also bound into the sandbox beside `grading.guest`, which
encodes; `grading.proxies` decodes. What is not plain data becomes a handle; what one can do with a handle is the
matter of `grading.proxies`.

JSON holds numbers, strings, true, false and null as themselves. Everything else is a list that begins with a tag:

    ["l", …] list   ["t", …] tuple   ["s", …] set   ["f", …] frozenset   ["d", key, value, …] dict
    ["i", hex] large int   ["c", real, imaginary] complex   ["b", base64] bytes   ["B", base64] bytearray
    ["a", dtype, shape, base64] array   ["m", dtype, shape, base64] np.matrix   ["n", dtype, base64] numpy scalar
    ["h", number, class name] handle   ["k", number] a function that the test handed over
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
from collections.abc import Callable

import numpy as np

MAX_FRAME = 64 * 1024 * 1024  # bytes of one encoded message
MAX_VALUES = 1_000_000  # values in one message, arrays counted as one
MAX_DEPTH = 32
MAX_INT_BITS = 4096
MAX_ENTRIES = 2**31  # of an array; an axis of length 0 counts as 1, since a result may be made from the other axes
MAX_EQUAL_HASHES = 64  # keys of a set or dict with one hash: more are made only to slow the decoder down
MAX_NAME = 100

_PLAIN_INT = 2**63
_DTYPE = re.compile(r"\|b1|[|<][iu]1|<[iu][248]|<f[248]|<c(8|16)|\|S[1-9][0-9]{0,7}|<U[1-9][0-9]{0,7}")


class CodecError(ValueError):
    """What was to be encoded or decoded is not what this codec carries; the message says why."""


class Unencodable(CodecError):
    """A value is too large, too deep or too many to be carried."""


def class_name(value: object) -> str:
    """The name of a value's class, or "unknown" where it is not a short identifier."""
    name = type(value).__name__
    return name if _is_name(name) else "unknown"


def _is_name(name: object) -> bool:
    return type(name) is str and len(name) <= MAX_NAME and name.isidentifier()


def _too_large(frame: bytes) -> str:
    """What is too large about a message, or "". Nothing is parsed for it: every value costs a comma or a bracket."""
    if len(frame) > MAX_FRAME:
        return f"more than {MAX_FRAME} bytes"
    if frame.count(b",") + frame.count(b"[") > 2 * MAX_VALUES:
        return f"more than {MAX_VALUES} values"
    return ""


class Encoder:
    """Turns values into messages.

    `handle(value)` keeps a value that stays behind and gives its number; `callback(value)` gives the number of a
    function that the test handed over, or None.
    """

    def __init__(self, handle: Callable[[object], int], callback: Callable[[object], int | None] = lambda value: None):
        self._handle = handle
        self._callback = callback
        self._left = 0

    def encode(self, value: object) -> bytes:
        """The message that carries a value. Raises Unencodable."""
        self._left = MAX_VALUES
        frame = json.dumps(self._node(value, MAX_DEPTH), separators=(",", ":")).encode("ascii")
        if problem := _too_large(frame):
            raise Unencodable(problem)
        return frame

    def _node(self, value, depth):
        kind = type(value)
        self._left -= 1
        if self._left < 0:
            raise Unencodable(f"more than {MAX_VALUES} values")
        if depth < 0:
            raise Unencodable(f"nested more than {MAX_DEPTH} deep")
        if value is None or kind is bool or kind is float:
            return value
        # The type decides, not `isinstance`: a class may lie about itself.
        if issubclass(kind, np.generic):
            return self._scalar(value, kind)
        if issubclass(kind, int):
            return _int_node(int.__int__(value))
        if issubclass(kind, str):
            return _bounded(str.__str__(value))
        if issubclass(kind, float):
            return float.__float__(value)
        if issubclass(kind, complex):
            return ["c", complex.__complex__(value).real, complex.__complex__(value).imag]
        for base, tag in ((list, "l"), (tuple, "t")):
            if issubclass(kind, base):
                return [tag, *(self._node(item, depth - 1) for item in base.__iter__(value))]
        if issubclass(kind, dict):
            return self._dict(value, depth)
        for base, tag in ((set, "s"), (frozenset, "f")):
            if issubclass(kind, base):
                return self._set(value, base, tag, depth)
        for base, tag in ((bytes, "b"), (bytearray, "B")):
            if issubclass(kind, base):
                return [tag, _base64(bytes(memoryview(_bounded(value))))]
        if issubclass(kind, np.ndarray):
            return self._array(value, kind)
        return self._apart(value)

    def _apart(self, value):
        number = self._callback(value)
        return ["h", self._handle(value), class_name(value)] if number is None else ["k", number]

    def _dict(self, value, depth):
        if not all(_is_plain_key(key) for key in dict.__iter__(value)):
            return self._apart(value)
        node = ["d"]
        for key, item in dict.items(value):
            node += [self._node(key, depth - 1), self._node(item, depth - 1)]
        return node

    def _set(self, value, base, tag, depth):
        if not all(_is_plain_key(item) for item in base.__iter__(value)):
            return self._apart(value)
        return [tag, *(self._node(item, depth - 1) for item in base.__iter__(value))]

    def _scalar(self, value, kind):
        if issubclass(kind, str):
            return _bounded(str.__str__(value))
        if issubclass(kind, bytes):
            return ["b", _base64(bytes(memoryview(_bounded(value))))]
        array = _portable(np.array(value))
        return self._apart(value) if array is None else ["n", array.dtype.str, _base64(array.tobytes())]

    def _array(self, value, kind):
        tag = "m" if issubclass(kind, np.matrix) else "a"
        array = _portable(np.ndarray.__array__(value).view(np.ndarray))
        if array is None:
            return self._apart(value)
        return [tag, array.dtype.str, list(array.shape), _base64(array.tobytes())]


def _is_plain_key(key) -> bool:
    kind = type(key)
    if issubclass(kind, tuple):
        return all(map(_is_plain_key, tuple.__iter__(key)))
    if issubclass(kind, frozenset):
        return all(map(_is_plain_key, frozenset.__iter__(key)))
    if issubclass(kind, np.generic):
        return np.dtype(kind).kind in "biufcSU"
    return key is None or issubclass(kind, bool | int | float | complex | str | bytes)


def _int_node(value: int):
    if -_PLAIN_INT <= value < _PLAIN_INT:
        return value
    if value.bit_length() > MAX_INT_BITS:
        raise Unencodable(f"a whole number of more than {MAX_INT_BITS} bits")
    return ["i", f"{value:x}"]


def _bounded(value):
    if len(value) > MAX_FRAME:
        raise Unencodable(f"more than {MAX_FRAME} bytes")
    return value


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _portable(array: np.ndarray) -> np.ndarray | None:
    """The array in one of the dtypes that the decoder takes, in C order; None if there is none."""
    kind, size = array.dtype.kind, array.dtype.itemsize
    if kind not in "biufcSU" or array.dtype.fields:
        return None
    if array.nbytes > MAX_FRAME:
        raise Unencodable(f"more than {MAX_FRAME} bytes")
    if kind in "fc" and size > 8 * (1 + (kind == "c")):
        array = array.astype("<f8" if kind == "f" else "<c16")  # extended precision differs from machine to machine
    elif size == 0:
        array = array.astype(f"<{kind}1")
    array = np.asarray(array, dtype=array.dtype.newbyteorder("<"), order="C")
    return array if _DTYPE.fullmatch(array.dtype.str) else None


class Decoder:
    """Turns messages back into values.

    `handle(number, class name)` and `callback(number)` make what stands for the rest; both may raise CodecError.
    """

    def __init__(self, handle: Callable[[int, str], object], callback: Callable[[int], object]):
        self._handle = handle
        self._callback = callback

    def decode(self, frame: bytes) -> object:
        """The value in a message: exact built-in types, arrays, matrices and numpy scalars.

        Raises CodecError, and nothing else, for whatever bytes come.
        """
        if problem := _too_large(frame):
            raise CodecError(problem)
        try:
            node = json.loads(frame.decode("ascii"), object_pairs_hook=_no_objects)
            return self._value(node, MAX_DEPTH)
        except CodecError:
            raise
        except (ValueError, RecursionError, OverflowError, MemoryError, TypeError) as error:
            raise CodecError(f"not a message ({type(error).__name__})") from None

    def _value(self, node, depth):
        if type(node) is int:
            if not -_PLAIN_INT <= node < _PLAIN_INT:
                raise CodecError("a large whole number is written as hexadecimal digits")
            return node
        if type(node) is not list:
            return node
        if depth < 0:
            raise CodecError(f"nested more than {MAX_DEPTH} deep")
        tag = node[0] if node else None
        read = _READERS.get(tag) if type(tag) is str else None
        if read is None:
            raise CodecError("an unknown tag")
        return read(self, node[1:], depth - 1)

    def _items(self, nodes, depth):
        return [self._value(node, depth) for node in nodes]

    def _read_dict(self, nodes, depth):
        if len(nodes) % 2:
            raise CodecError("a key without a value")
        values = self._items(nodes, depth)
        return dict(zip(_keys(values[0::2]), values[1::2], strict=True))

    def _read_int(self, nodes, depth):
        (digits,) = _typed(nodes, str)
        if len(digits) > MAX_INT_BITS // 4 + 1 or not re.fullmatch(r"-?[0-9a-f]+", digits):
            raise CodecError("not a whole number")
        return int(digits, 16)

    def _read_complex(self, nodes, depth):
        return complex(*_typed(nodes, float, float))

    def _read_bytes(self, nodes, depth):
        return _unbase64(*_typed(nodes, str))

    def _read_array(self, nodes, depth):
        dtype, shape, text = _typed(nodes, str, list, str)
        dtype = _dtype(dtype)
        if len(shape) > 32 or not all(type(length) is int and length >= 0 for length in shape):
            raise CodecError("not a shape")
        if math.prod(max(length, 1) for length in shape) > MAX_ENTRIES:
            raise CodecError(f"an array of more than {MAX_ENTRIES} entries")
        raw = _unbase64(text)
        if len(raw) != math.prod(shape) * dtype.itemsize:
            raise CodecError("an array whose bytes do not fill its shape")
        array = np.frombuffer(raw, dtype=dtype).reshape(shape).copy()
        return _checked(array)

    def _read_matrix(self, nodes, depth):
        array = self._read_array(nodes, depth)
        if array.ndim != 2:
            raise CodecError("a matrix has two axes")
        return array.view(np.matrix)

    def _read_scalar(self, nodes, depth):
        dtype, text = _typed(nodes, str, str)
        dtype = _dtype(dtype)
        raw = _unbase64(text)
        if dtype.kind in "SU" or len(raw) != dtype.itemsize:
            raise CodecError("not a number")
        return _checked(np.frombuffer(raw, dtype=dtype))[0]

    def _read_handle(self, nodes, depth):
        number, name = _typed(nodes, int, str)
        if not 0 <= number < _PLAIN_INT or not _is_name(name):
            raise CodecError("not a handle")
        return self._handle(number, name)

    def _read_callback(self, nodes, depth):
        return self._callback(*_typed(nodes, int))


_READERS = {
    "l": Decoder._items,
    "t": lambda self, nodes, depth: tuple(self._items(nodes, depth)),
    "s": lambda self, nodes, depth: set(_keys(self._items(nodes, depth))),
    "f": lambda self, nodes, depth: frozenset(_keys(self._items(nodes, depth))),
    "d": Decoder._read_dict,
    "i": Decoder._read_int,
    "c": Decoder._read_complex,
    "b": Decoder._read_bytes,
    "B": lambda self, nodes, depth: bytearray(self._read_bytes(nodes, depth)),
    "a": Decoder._read_array,
    "m": Decoder._read_matrix,
    "n": Decoder._read_scalar,
    "h": Decoder._read_handle,
    "k": Decoder._read_callback,
}


def _no_objects(pairs):
    raise CodecError("JSON objects are not used")


def _typed(nodes: list, *types: type) -> list:
    if len(nodes) != len(types) or any(type(node) is not kind for node, kind in zip(nodes, types, strict=False)):
        raise CodecError("a value with the wrong parts")
    return nodes


def _dtype(text: str) -> np.dtype:
    if not _DTYPE.fullmatch(text):
        raise CodecError("an array of a kind that is not carried")
    return np.dtype(text)


def _unbase64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise CodecError("not base64") from None


def _checked(array: np.ndarray) -> np.ndarray:
    """The array, if its bytes are valid values: others would raise, or mean different things, where they are used."""
    if array.dtype.kind == "b" and array.size and array.view(np.uint8).max() > 1:
        raise CodecError("an array of truth values that holds something else")
    if array.dtype.kind == "U" and array.size and array.reshape(-1).view(np.uint32).max() > 0x10FFFF:
        raise CodecError("an array of strings that holds something else")
    return array


def _keys(values: list) -> list:
    """Values that can be keys. Refused: handles, lists and such, and many keys with the same hash."""
    seen: dict[int, int] = {}
    for value in values:
        if not _is_plain_key(value):
            raise CodecError("a key that is not plain data")
        number = hash(value)
        seen[number] = seen.get(number, 0) + 1
        if seen[number] > MAX_EQUAL_HASHES:
            raise CodecError("too many keys with the same hash")
    return values
