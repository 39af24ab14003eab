"""What a wrong array has in common with the right one, in one sentence: for mistakes that are in no catalogue.

Known mistakes are the matter of `utils.diagnosis`, the terms of a formula that of `utils.terms`.
"""

from __future__ import annotations

import numpy as np

from utils.terms import LOOKS_WRONG, as_a_whole, common_factor

MOST_ROWS = 3  # rows that are named one by one


@np.errstate(all="ignore")
def structure_hint(found: np.ndarray, wanted: np.ndarray) -> str:
    """One sentence on how `found` differs from `wanted`, of the same shape; "" where the numbers do not tell.

    Tells the negative, a constant factor, the transpose, zeros; rows that are missing, doubled or counted too seldom
    while all others are right; and one and the same term that is missing or too many in every row.
    """
    if wanted.size < 2 or found.shape != wanted.shape or not np.isfinite(found).all():
        return ""
    whole = as_a_whole(found, wanted).removeprefix(LOOKS_WRONG)
    return whole or _by_rows(found, wanted) or _by_term(found, wanted)


def count_hint(found: np.ndarray, wanted: np.ndarray, edges: set[int]) -> str:
    """The same for a table of co-occurrence counts; `edges` are the rows of words at either end of a document."""
    if not found.any():
        return structure_hint(found, wanted)
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
    first = f"all are right but {_named(rows.tolist(), ('row', 'rows') if wanted.ndim > 1 else ('entry', 'entries'))}"
    some, target = found[rows], wanted[rows]
    if np.allclose(some, 0, atol=1e-7):
        return f"{first}: there nothing was added."
    if factor := common_factor(some, target):
        times = round(1 / factor) if factor > 1e-3 else 0
        several = len(rows) > 1
        if times > 1 and np.isclose(factor * times, 1, rtol=1e-4):
            count = "they count" if several else "it counts"
            return f"{first}: {count} once where {count} {times} times."
        return f"{first}: {'they are' if several else 'it is'} {factor:.4g} times what is right."
    return f"{first}."


def _named(numbers: list[int], what: tuple[str, str]) -> str:
    """Row 2; rows 0 and 2; rows 0, 2 and 3; rows 0, 1, 2, …"""
    names = [str(number) for number in numbers[:MOST_ROWS]]
    if len(numbers) > MOST_ROWS:
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
