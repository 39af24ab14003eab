"""What a wrong array has in common with the right one, in one sentence: for mistakes that are in no catalogue.

Known mistakes are the matter of `utils.diagnosis`, the terms of a formula that of `utils.terms`.
"""

from __future__ import annotations

import numpy as np

from utils.terms import LOOKS_WRONG, as_a_whole

MOST_ROWS = 3  # rows that are named one by one


@np.errstate(all="ignore")
def structure_hint(found: np.ndarray, wanted: np.ndarray) -> str:
    """One sentence on how `found` differs from `wanted`, of the same shape; "" where the numbers do not tell.

    Tells the negative, a constant factor, the transpose; rows that are missing, doubled or counted too seldom while all
    others are right; and one and the same term that is missing or too many in every row.
    """
    if wanted.size < 2 or found.shape != wanted.shape or not np.isfinite(found).all():
        return ""
    whole = as_a_whole(found, wanted).removeprefix(LOOKS_WRONG)
    return whole or _by_rows(found, wanted) or _by_term(found, wanted)


def count_hint(found: np.ndarray, wanted: np.ndarray, edges: set[int]) -> str:
    """The same for a table of co-occurrence counts; `edges` are the rows of words at either end of a document."""
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
    for kind, those in kinds.items():
        if differing.any() and not differing[~those].any() and not those.all():
            return f"only counts of {kind} are wrong."
    return structure_hint(found, wanted)


def _near(found, wanted) -> np.ndarray:
    return np.isclose(found, wanted, rtol=1e-5, atol=1e-7)


def _by_rows(found: np.ndarray, wanted: np.ndarray) -> str:
    """Where all rows (or entries) are right but a few."""
    right = _near(found, wanted).reshape(len(wanted), -1).all(axis=1)
    rows = np.flatnonzero(~right)
    if not 0 < len(rows) <= max(len(wanted) // 2, 1) or len(rows) == len(wanted):
        return ""
    what = "row" if wanted.ndim > 1 else "entry"
    names = ", ".join(map(str, rows[:MOST_ROWS])) + (", …" if len(rows) > MOST_ROWS else "")
    first = f"all are right but {what} {names}"
    some, target = found[rows], wanted[rows]
    if np.allclose(some, 0, atol=1e-7):
        return f"{first}: there nothing was added."
    size = float((target * target).sum())
    factor = float((some * target).sum()) / size if size else 0.0
    if factor and np.allclose(some, factor * target, rtol=1e-4, atol=1e-7):
        times = round(1 / factor) if factor > 1e-3 else 0
        if times > 1 and np.isclose(factor * times, 1, rtol=1e-4):
            return f"{first}: it counts once where it counts {times} times."
        return f"{first}: it is {factor:.4g} times what is right."
    return f"{first}."


def _by_term(found: np.ndarray, wanted: np.ndarray) -> str:
    """Where every row lacks the same term, or has it too much."""
    if wanted.ndim != 2 or len(wanted) < 2:
        return ""
    difference = found - wanted
    nearly = 1e-6 * float(np.abs(wanted).max())
    if (np.abs(difference) > nearly).any() and (np.abs(difference - difference[:1]) <= nearly).all():
        return "every row differs from the right one by the same vector."
    return ""
