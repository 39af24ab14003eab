"""Values as short text, for messages that a student reads."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable

import numpy as np

MOST_NUMBERS = 40  # of an array that is shown in full
MOST_ITEMS = 12
MOST_LEVELS = 5
MOST_TEXT = 3000  # characters of a list or dictionary
BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: "{}", dict: "{}"}

_short = reprlib.Repr()
_short.maxstring = _short.maxother = 80
_short.maxlong = 30


def shown(value) -> str:
    """A value as text, an array of up to 40 numbers in full; what is longer is described.

    Rows of a matrix begin in the column of its first row: `beside` puts the text behind other text.
    """
    if isinstance(value, np.ndarray) and value.ndim:
        if value.size > MOST_NUMBERS:
            return f"an array of shape {value.shape}"
        return np.array2string(value, precision=6, separator=", ", suppress_small=True, max_line_width=100)
    value = _plain(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    if type(value) in BRACKETS:
        text = _container(value, MOST_LEVELS)
        return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]} …"
    if callable(value) and hasattr(value, "__name__"):
        return value.__name__
    if type(value).__repr__ is object.__repr__:
        return f"<{type(value).__name__}>"
    return _short.repr(value)


def shown_call(function, args: tuple, kwargs: dict) -> str:
    """A call as one would type it: `distinct_words([['a', 'b']])`."""
    given = [*map(shown, args), *(beside(f"{name}=", shown(value)) for name, value in kwargs.items())]
    return joined(f"{getattr(function, '__name__', 'the function')}(", given, ")")


def beside(label: str, text: str) -> str:
    """The text behind a label, each further line as far to the right as the first one."""
    return label + text.replace("\n", "\n" + " " * len(label))


def joined(start: str, parts: Iterable[str], end: str) -> str:
    """Parts with commas between them, behind `start`; what has several lines begins on a line of its own."""
    inside, before = "", None
    for part in parts:
        if before is not None:
            inside += ",\n" if "\n" in before + part else ", "
        inside += part
        before = part
    return beside(start, inside) + end


def _plain(value):
    """Numbers and strings of numpy, and arrays of a single one without axes, as plain ones."""
    if isinstance(value, np.ndarray) and not value.ndim:
        value = value[()]
    if isinstance(value, np.floating):
        return float(value)
    return value.item() if isinstance(value, np.generic) else value


def _container(value, levels: int) -> str:
    """A list, tuple, set or dictionary; of deep ones the outer levels."""
    first, last = BRACKETS[type(value)]
    if levels == 0 and value:
        return f"{first}...{last}"
    if not value and isinstance(value, set | frozenset):
        return f"{type(value).__name__}()"
    items = sorted(value, key=repr) if isinstance(value, set | frozenset) else list(value)
    items = items[:MOST_ITEMS]
    if isinstance(value, dict):
        parts = [beside(f"{_item(key, levels - 1)}: ", _item(value[key], levels - 1)) for key in items]
    else:
        parts = [_item(item, levels - 1) for item in items]
    if len(value) > MOST_ITEMS:
        parts.append("...")
    return joined(first, parts, "," + last if isinstance(value, tuple) and len(value) == 1 else last)


def _item(value, levels: int) -> str:
    """One item of a container; floats keep the point by which one tells them from whole numbers."""
    value = _plain(value)
    if type(value) is float:
        return repr(float(f"{value:.10g}"))
    return _container(value, levels) if type(value) in BRACKETS else shown(value)
