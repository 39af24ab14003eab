"""Sizes and rates that a person types: a value that is none is refused with a sentence that names it."""

from __future__ import annotations

from numbers import Integral, Real


def whole_number(name: str, value, least: int = 1) -> int:
    """The value, if it is a whole number of at least `least`; else a ValueError that says so."""
    if isinstance(value, bool) or not isinstance(value, Integral) or value < least:
        raise ValueError(f"{name} is {value!r}; a whole number of at least {least} is wanted.")
    return int(value)


def positive_number(name: str, value) -> float:
    """The value, if it is a number above 0; else a ValueError that says so."""
    if isinstance(value, bool) or not isinstance(value, Real) or not 0 < value < float("inf"):
        raise ValueError(f"{name} is {value!r}; a number above 0 is wanted.")
    return float(value)
