"""Values as short text, for messages that a student reads."""

from __future__ import annotations

import reprlib

import numpy as np

_short = reprlib.Repr()
_short.maxlist = _short.maxtuple = _short.maxdict = _short.maxset = 12
_short.maxstring = _short.maxother = 80
_short.maxlevel = 5
_short.maxlong = 30


def shown(value) -> str:
    """A value on one line, or an array of up to 40 numbers in full; what is longer is described."""
    if isinstance(value, np.ndarray):
        if value.size > 40:
            return f"an array of shape {value.shape}"
        text = np.array2string(value, precision=6, separator=", ", suppress_small=True, max_line_width=100)
        return text.replace("\n", "\n" + " " * 14)
    if isinstance(value, np.generic):
        return shown(value.item())
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, tuple) and any(isinstance(item, np.ndarray) for item in value):
        return "(" + ", ".join(shown(item) for item in value) + ")"
    if callable(value) and hasattr(value, "__name__"):
        return value.__name__
    if type(value).__repr__ is object.__repr__:
        return f"<{type(value).__name__}>"
    return _short.repr(value)


def shown_call(function, args: tuple, kwargs: dict) -> str:
    """A call as one would type it: `distinct_words([['a', 'b']])`."""
    inside = [shown(value) for value in args] + [f"{name}={shown(value)}" for name, value in kwargs.items()]
    return f"{getattr(function, '__name__', 'the function')}({', '.join(inside)})"
