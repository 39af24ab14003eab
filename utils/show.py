"""Values as short text, for messages that a student reads."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable

import numpy as np

MOST_NUMBERS = 40  # of an array that is shown in full
MOST_ITEMS = 12
MOST_LEVELS = 5
MOST_TEXT = 3000  # characters of a list or dictionary
MOST_ENTRIES = 6  # of a large array, that differ
WIDTH = 90  # characters of a line: notebooks and feedback pages show so many without a break
FLAT = 76  # characters of a line of a matrix in a call
BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: "{}", dict: "{}"}

_short = reprlib.Repr()
_short.maxstring = _short.maxother = 80
_short.maxlong = 30


class Call(str):
    """A call as one would type it.

    Attribute `key`: the same call in a form that does not depend on how it is displayed, for `utils.diagnosis`.
    """

    __slots__ = ("key",)

    def __new__(cls, text: str, key: str):
        made = super().__new__(cls, text)
        made.key = key
        return made


def shown(value, flat: bool = False) -> str:
    """A value as text, an array of up to 40 numbers in full; what is longer is described.

    Rows of a matrix begin in the column of its first row: `beside` puts the text behind other text. With `flat` there
    are as many rows on a line as fit, as one would type them.
    """
    if isinstance(value, np.ndarray) and value.ndim:
        if value.size > MOST_NUMBERS:
            return f"an array of shape {value.shape}"
        if value.dtype.kind == "f":
            value = value + 0.0  # no -0.
        if flat and value.ndim <= 2 and (text := _packed(value)):
            return text
        return np.array2string(value, precision=6, separator=", ", suppress_small=True, max_line_width=WIDTH)
    value = _plain(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    if type(value) in BRACKETS:
        text = _container(value, MOST_LEVELS, flat)
        return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]} …"
    if callable(value) and hasattr(value, "__name__"):
        return value.__name__
    if type(value).__repr__ is object.__repr__:
        return f"<{type(value).__name__}>"
    return _short.repr(value)


def shown_call(function, args: tuple, kwargs: dict, before: str = "") -> Call:
    """A call as one would type it: `distinct_words([['a', 'b']])`, behind the text `before`."""
    start = f"{before}{getattr(function, '__name__', 'the function')}("
    return shown_line(start, [("", value) for value in args] + [(f"{n}=", value) for n, value in kwargs.items()], ")")


def shown_line(start: str, given: Iterable[tuple[str, object]], end: str = "") -> Call:
    """A line as one would type it: `start`, the given (label, value) with commas between them, and `end`."""
    given = list(given)
    text = joined(start, [beside(label, shown(value, flat=True)) for label, value in given], end)
    return Call(text, f"{start}{', '.join(f'{label}{_key(value, MOST_LEVELS)}' for label, value in given)}{end}")


def numbered(lines: Iterable[Call]) -> Call:
    """Lines below each other, counted from 1."""
    lines = list(lines)
    text = "\n".join(beside(f"{number} | ", line) for number, line in enumerate(lines, 1))
    return Call(text, "\n".join(line.key for line in lines))


def of_shape(shape: tuple[int, ...]) -> str:
    """What has this shape, in words."""
    return f"an array of shape {shape}" if shape else "a number"


def differing(found: np.ndarray, wanted: np.ndarray, places: list[list[int]]) -> list[str]:
    """Lines that show some of the entries that differ, which are at `places`."""
    some = [tuple(place) for place in places[:MOST_ENTRIES]]
    pairs = [_apart(float(found[place]), float(wanted[place])) for place in some]
    width = max(len(came) for came, _ in pairs)
    lines = [f"shape {found.shape}, {len(places)} of {found.size} entries differ"]
    for place, (came, want) in zip(some, pairs, strict=True):
        lines.append(f"    [{', '.join(map(str, place))}]: came back {came:>{width}}, wanted {want}")
    return lines + [f"    and {len(places) - len(some)} more"] * (len(places) > len(some))


def _apart(found: float, wanted: float) -> tuple[str, str]:
    """Both numbers as text, with as many digits as tell them apart."""
    short = f"{found:.6g}", f"{wanted:.6g}"
    return short if short[0] != short[1] else (repr(found), repr(wanted))


def beside(label: str, text: str) -> str:
    """The text behind a label, each further line as far to the right as the first one."""
    return label + text.replace("\n", "\n" + " " * len(label))


def joined(start: str, parts: Iterable[str], end: str, width: int = WIDTH) -> str:
    """Parts with commas between them, behind `start`, as many on a line as fit.

    What has several lines begins on a line of its own.
    """
    lines, before = [""], None
    for part in parts:
        if before is None:
            lines = [part]
        elif "\n" in before + part or len(start) + len(lines[-1]) + len(part) + 3 > width:
            lines[-1] += ","
            lines.append(part)
        else:
            lines[-1] += f", {part}"
        before = part
    return beside(start, "\n".join(lines)) + end


def _plain(value):
    """Numbers and strings of numpy, and arrays of a single one without axes, as plain ones."""
    if isinstance(value, np.ndarray) and not value.ndim:
        value = value[()]
    if isinstance(value, np.floating):
        return float(value)
    return value.item() if isinstance(value, np.generic) else value


def _packed(array: np.ndarray) -> str:
    """An array with several rows on a line; "" where no two rows fit."""
    if not array.size:
        return ""
    kinds = {"float_kind": _typed, "int_kind": str}
    rows = [
        np.array2string(row, formatter=kinds, separator=", ", max_line_width=MOST_TEXT) for row in np.atleast_2d(array)
    ]
    if array.ndim == 1:
        return rows[0] if len(rows[0]) <= FLAT else ""
    text = joined("[", rows, "]", FLAT)
    return text if len(rows) == 1 or text.count("\n") < len(rows) - 1 else ""


def _typed(number: float) -> str:
    text = f"{number:.6g}"
    return f"{text}." if text.lstrip("-").isdigit() else text


def _key(value, levels: int) -> str:
    """A value as text for the key of a call: numbers with six digits, of a large array the shape."""
    if isinstance(value, np.ndarray) and value.ndim:
        few = value.size <= MOST_NUMBERS
        return f"{value.shape}{[_key(item, 0) for item in value.ravel().tolist()] if few else ''}"
    value = _plain(value)
    if isinstance(value, float):
        return f"{value + 0.0:.6g}"
    if type(value) not in BRACKETS:
        return shown(value)
    if levels == 0:
        return "..."
    first, last = BRACKETS[type(value)]
    if isinstance(value, dict):
        items = [f"{_key(key, levels - 1)}: {_key(item, levels - 1)}" for key, item in value.items()]
    else:
        items = [_key(item, levels - 1) for item in value]
    return f"{first}{', '.join(sorted(items) if isinstance(value, set | frozenset) else items)}{last}"


def _container(value, levels: int, flat: bool) -> str:
    """A list, tuple, set or dictionary; of deep ones the outer levels."""
    first, last = BRACKETS[type(value)]
    if levels == 0 and value:
        return f"{first}...{last}"
    if not value and isinstance(value, set | frozenset):
        return f"{type(value).__name__}()"
    items = sorted(value, key=repr) if isinstance(value, set | frozenset) else list(value)
    items = items[:MOST_ITEMS]
    if isinstance(value, dict):
        parts = [beside(f"{_item(key, levels - 1, flat)}: ", _item(value[key], levels - 1, flat)) for key in items]
    else:
        parts = [_item(item, levels - 1, flat) for item in items]
    if len(value) > MOST_ITEMS:
        parts.append("...")
    return joined(first, parts, "," + last if isinstance(value, tuple) and len(value) == 1 else last)


def _item(value, levels: int, flat: bool) -> str:
    """One item of a container; floats keep the point by which one tells them from whole numbers."""
    value = _plain(value)
    if type(value) is float:
        return repr(float(f"{value:.10g}"))
    return _container(value, levels, flat) if type(value) in BRACKETS else shown(value, flat)
