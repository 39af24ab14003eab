"""Tells known mistakes by what came back: compares a wrong result with the results of known wrong answers.

A result is kept as a fingerprint, a few weighted sums of its numbers, so the table that travels with a notebook holds
no answer, right or wrong. `workbook fingerprints` makes it. Which calls are made is the matter of the test cells.

An exception alone is no ground for a reason: many mistakes end in the same one. It only has to fit where a value tells.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np

TABLE = Path(__file__).parent / "data" / "mistakes.json"
SUMS = 4  # weighted sums of an array's numbers: two different arrays agree in all of them by chance only
NEAR = 1e-4  # of an array's length (2-norm): results of two right ways to compute the same are nearer
MOST_TEXTS = 2  # more possible reasons than this help nobody
MOST_LEAVES = 200
MOST_DEPTH = 8  # of lists that are taken for an array of numbers
MOST_MESSAGE = 1000  # characters of an exception's message, about what the grader takes over
RAISED = "raised "  # before the form in the fingerprint of an exception
_VALUES = re.compile(r"""'[^']*'|"[^"]*"|`[^`]*`|-?\d+""")  # quoted names and numbers in a message
PLAIN_NUMBERS = {int, float, bool}
NUMBERS = (int, float, np.number, np.bool_, np.ndarray)
_passed: set[str] = set()  # tests of this session, since a cell ran that is no test
LARGEST = 1e150  # a number beyond it is told by its place alone: sums of squares stay finite

Fingerprint = list
"""[form, [norm, sum, …], …]: a text that says how the value is built, and the sums of each array or number in it."""
Seen = tuple[str, Fingerprint]
"""What a test saw when it failed: the key of the call, and the fingerprint of what came back."""


def seen(call: str, value, part: str = "") -> Seen:
    """What is to be kept of the result of a call, or of a part of it; `call` is the call as text."""
    return _digest(f"{_key(call)}\n{part}"), fingerprint(value)


def seen_raising(call: str, error: BaseException) -> Seen:
    """The same for a call that raised: the exception's built-in class, and its message without names and numbers."""
    kind = next(base.__name__ for base in type(error).__mro__ if base.__module__ == "builtins")
    return _digest(_key(call)), [RAISED + _digest(f"{kind}: {_message(error)}")]


def is_raised(what: Seen) -> bool:
    """Whether this was seen of a call that raised."""
    return what[1][0].startswith(RAISED)


@np.errstate(all="ignore")
def fingerprint(value) -> Fingerprint:
    """The form and the sums of plain data: numbers, strings, arrays, and containers of these.

    Lists of numbers count as arrays, and axes of length one do not count: they are one answer in two styles.
    """
    form: list[str] = []
    sums: list[list[float]] = []
    _add(value, form, sums)
    return [_digest("".join(form)), *sums]


@np.errstate(all="ignore")
def alike(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two fingerprints are those of the same result, up to rounding."""
    if one[0] != other[0] or len(one) != len(other):
        return False
    first, second = np.array(one[1:]), np.array(other[1:])
    if not first.size:
        return True
    allowed = NEAR * np.maximum(first[:, :1], second[:, :1]) + 1e-9
    return bool((np.abs(first - second) <= allowed).all())


def probable_reason(what: Seen) -> str:
    """The text of the known mistake that gives this result; "" where none does, or more do than are told.

    None is given for an exception, and no mistake is told that fails a test which this answer has passed.
    """
    if is_raised(what):
        return ""
    table = _table()
    alike_ones = [mistake for mistake, result in table["seen"].get(what[0], []) if alike(result, what[1])]
    fails = table.get("fails", {})  # tables of an earlier form have none, and tests run with them to make new ones
    known = [mistake for mistake in alike_ones if not _passed.intersection(fails.get(mistake, ()))]
    return either(table["texts"][mistake] for mistake in known)


def passed(test: str) -> None:
    """Note that the visible part of a test passed."""
    _passed.add(test)


def forget_passed() -> None:
    """Forget what passed: an answer may be another one now."""
    _passed.clear()


def either(texts: Iterable[str]) -> str:
    """The texts of the mistakes that it may be, as one; "" where there are none, or too many to help."""
    texts = list(dict.fromkeys(texts))
    if len(texts) > MOST_TEXTS:
        return ""
    if len(texts) < 2:
        return "".join(texts)
    return "either " + " Or ".join(f"({number}) {text}" for number, text in enumerate(texts, 1))


@functools.cache
def _table() -> dict:
    return json.loads(TABLE.read_text(encoding="utf-8"))


def _key(call: str) -> str:
    return getattr(call, "key", call)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=6).hexdigest()


def _message(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return ""  # it is the key
    try:
        return _VALUES.sub("_", str(error)[:MOST_MESSAGE])
    except Exception:  # an exception of the student's own class may have any text
        return ""


def _add(value, form: list[str], sums: list[list[float]]) -> None:
    if len(form) > MOST_LEAVES:
        return
    numbers = _numbers(value)
    if numbers is not None:
        form.append(f"numbers {[length for length in numbers.shape if length != 1]};")
        _add_numbers(numbers.ravel().astype(float), form, sums)
    elif isinstance(value, np.ndarray):
        _add(value.tolist() if value.size else [], form, sums)  # rows without entries may be any number
    elif isinstance(value, list | tuple):
        form.append(f"{len(value)} items:")
        for item in value:
            _add(item, form, sums)
    elif isinstance(value, set | frozenset):
        _add(sorted(value, key=_text), form, sums)
    elif isinstance(value, dict):
        form.append(f"{len(value)} entries:")
        for key in sorted(value, key=_text):
            form.append(f"{_text(key)}=")
            _add(value[key], form, sums)
    elif value is None or isinstance(value, str | bytes):
        form.append(f"{_text(value)};")
    else:
        form.append("an object;")


def _text(value) -> str:
    """What `repr` says; of a string of numpy's that of a plain one, as which it reaches the grader."""
    for kind in (str, bytes):
        if isinstance(value, kind):
            return kind.__repr__(value)
    return repr(value)


def _numbers(value) -> np.ndarray | None:
    """The value as an array of real numbers, if that is what it is."""
    if not _holds_numbers(value, MOST_DEPTH):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return array if array.dtype.kind in "biuf" and (array.size or isinstance(value, np.ndarray)) else None


def _holds_numbers(value, depth: int) -> bool:
    """Whether there are numbers only. Among them a long text would make an array of a thousand times its size."""
    if isinstance(value, list | tuple):
        plain = set(map(type, value)) <= PLAIN_NUMBERS
        return depth > 0 and (plain or all(_holds_numbers(item, depth - 1) for item in value))
    return isinstance(value, NUMBERS)


def _add_numbers(numbers: np.ndarray, form: list[str], sums: list[list[float]]) -> None:
    finite = np.abs(numbers) < LARGEST
    if not finite.all():
        form.append(f"not finite: {np.nonzero(~finite)[0][:MOST_LEAVES].tolist()};")
        numbers = np.where(finite, numbers, 0.0)
    places = np.arange(1, len(numbers) + 1)
    weighted = [float(numbers @ np.cos(0.7390851 * (turn + 1) * places)) for turn in range(SUMS)]
    sums.append([float(f"{number:.7g}") for number in (float(np.linalg.norm(numbers)), *weighted)])
