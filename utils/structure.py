"""What a wrong array has in common with the right one, in one sentence: for mistakes that are in no catalogue.

Known mistakes are the matter of `utils.diagnosis`, the terms of a formula that of `utils.terms`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from utils.terms import ZEROS, as_a_whole, common_factor, is_zero, near

MOST_ROWS = 3  # rows that are named one by one
MOST_TIMES = 10
ENOUGH = 2  # right pairs that have a count: with fewer a kind of wrong pairs may be an accident


@np.errstate(all="ignore")
def structure_hint(found: np.ndarray, wanted: np.ndarray, words: Sequence[str] = ()) -> str:
    """One sentence on how `found` differs from `wanted`, of the same shape; "" where the numbers do not tell.

    Tells the negative, the transpose, zeros, a factor of n or 1/n; rows that are missing or have such a factor while
    all others are right; and one and the same term that is missing or too many in every row. Each sentence says what
    is so in the whole result, not where it came from.
    """
    if wanted.size < 2 or found.shape != wanted.shape or not np.isfinite(found).all():
        return ""
    _, whole = as_a_whole(found, wanted)
    if whole == ZEROS and wanted.ndim > 1:
        return "every number is zero: was anything written into it?"
    if not whole and (factor := _simple(common_factor(found, wanted))):
        whole = f"The result is {factor} what is wanted."
    return whole[:1].lower() + whole[1:] or _by_rows(found, wanted, words) or _by_term(found, wanted)


def count_hint(found: np.ndarray, wanted: np.ndarray, edges: set[int], words: Sequence[str] = ()) -> str:
    """The same for a table of co-occurrence counts; `edges` are the rows of words at either end of a document.

    Rows are named by their `words`, where these are given: their order is free.

    A kind of pairs is named where only counts of this kind are wrong: all of them, or some of the words at an end.
    """
    if not found.any():
        return structure_hint(found, wanted, words)
    differing = ~np.isclose(found, wanted)
    at_edge = np.zeros(wanted.shape, dtype=bool)
    at_edge[list(edges)] = at_edge[:, list(edges)] = True
    if not np.array_equal(found, found.T) and np.array_equal(found + found.T, wanted):
        return "each pair is counted on one side only: M is symmetric."
    kinds = {
        "a word with itself": np.eye(len(wanted), dtype=bool),
        "pairs that occur several times": wanted > 1,
        "words at the ends of a document": at_edge,
    }
    named = [
        kind
        for kind, those in kinds.items()
        if differing.any()
        and not differing[~those].any()
        and (those is at_edge or differing[those & (wanted > 0)].all())
        and np.triu((wanted > 0) & ~those).sum() >= ENOUGH
    ]
    return f"only counts of {named[0]} are wrong." if len(named) == 1 else structure_hint(found, wanted, words)


def _simple(factor: float) -> str:
    """ "3 times" or "1/3 of" for a factor of n or 1/n; "" for others, which are accidents more often than mistakes."""
    if not 0.5 / MOST_TIMES < factor < 2 * MOST_TIMES:
        return ""
    for times, words in ((factor, "{} times"), (1 / factor, "1/{} of")):
        whole = round(times)
        if 1 < whole <= MOST_TIMES and np.isclose(times, whole, rtol=1e-4):
            return words.format(whole)
    return ""


def _by_rows(found: np.ndarray, wanted: np.ndarray, words: Sequence[str]) -> str:
    """Where all rows (or entries) are right but a few."""
    right = near(found, wanted).reshape(len(wanted), -1).all(axis=1)
    rows = np.flatnonzero(~right)
    if not 0 < len(rows) <= max(len(wanted) // 2, 1) or len(rows) == len(wanted):
        return ""
    what = ("the row of", "the rows of") if len(words) else ("row", "rows") if wanted.ndim > 1 else ("entry", "entries")
    names = [repr(words[row]) if len(words) else str(row) for row in rows]
    first = f"all are right but {_named(names, what)}"
    some, target = found[rows], wanted[rows]
    are = "they are" if len(rows) > 1 else "it is"
    if is_zero(some, target):
        return f"{first}: {are} zero."
    if factor := _simple(common_factor(some, target)):
        once = f" Is something counted once that counts {factor[2:-3]} times?" if factor.startswith("1/") else ""
        return f"{first}: {are} {factor} what is right.{once}"
    return f"{first}."


def _named(rows: list[str], what: tuple[str, str]) -> str:
    """Row 2; rows 0 and 2; rows 0, 2 and 3; rows 0, 1, 2, …"""
    names = rows[:MOST_ROWS]
    if len(rows) > MOST_ROWS:
        return f"{what[1]} {', '.join(names)}, …"
    if len(names) == 1:
        return f"{what[0]} {names[0]}"
    return f"{what[1]} {', '.join(names[:-1])} and {names[-1]}"


def _by_term(found: np.ndarray, wanted: np.ndarray) -> str:
    """Where every row lacks the same term, or has it too much."""
    if wanted.ndim != 2 or len(wanted) < 2:
        return ""
    difference = found - wanted
    nearly = 1e-6 * float(np.abs(wanted).max())
    if (np.abs(difference) > nearly).any() and (np.abs(difference - difference[:1]) <= nearly).all():
        return "every row differs from the right one by the same vector."
    return ""
