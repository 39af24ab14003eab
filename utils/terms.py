"""Which term of a formula looks wrong, read from the numbers of a result and of a numerical derivative.

A gradient is written as a sum of known arrays with unknown factors; where the factors of the result and those of the
derivative differ in one term only, this term is named. Where the numbers do not tell, the hint says only that they
differ. Calling the answer and comparing is the matter of `utils.checks`.
"""

from __future__ import annotations

import numpy as np

LOOKS_WRONG = "what looks wrong: "
NOTHING = "nothing came back: is there a `return`?"
ZEROS = "every number is zero."
MOST_ROWS = 1000  # of a result that are compared one by one: a wrong shape may be very large
DIFFER = "the numbers differ, and no single term stands out."
TRANSPOSED = "The result is the transpose of what is wanted."
STRAY, MISSING = "has something there, and nothing is wanted", "has nothing there"


def term_hint(found, wanted, along=None, times=None, looks_like=None) -> str:
    """One sentence on what looks wrong in `found`, where `wanted` is right.

    along: {name of a term: arrays of wanted's shape, stacked}: the gradient is a sum of these arrays with unknown
    factors. Together the arrays must be independent and fewer than the entries of the gradient.
    times: {name of a term: how often each of its arrays counts}, where some count several times.
    looks_like: {name: value of a well-known mistake}.
    """
    if found is None:
        return NOTHING
    wanted = np.asarray(wanted, dtype=float)
    try:
        found = np.asarray(found, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return DIFFER
    if not np.isfinite(found).all():
        return DIFFER
    if _without_ones(found) != _without_ones(wanted):
        return _by_name(found, looks_like) or _by_shape(found, wanted)
    found = found.reshape(wanted.shape)
    return (
        _by_name(found, looks_like)
        or _whole(found, wanted)
        or (_by_term(found, wanted, along, times or {}) if along else "")
        or DIFFER
    )


def rows_along(vector, rows, table_shape) -> np.ndarray:
    """For `along`: tables of zeros with the vector in one of the given rows, one table a row."""
    rows = list(rows)
    tables = np.zeros((len(rows), *table_shape))
    tables[np.arange(len(rows)), rows] = vector
    return tables


def _looks_wrong(what: str, detail: str) -> str:
    return f"{LOOKS_WRONG}{what}. {detail}"


def _without_ones(array) -> tuple[int, ...]:
    return tuple(length for length in array.shape if length != 1)


def near(found, wanted, rtol: float = 1e-5, size: float = 0.0) -> np.ndarray:
    """Which entries agree. Zeros may be off by a little beside the largest number that is wanted, or `size`."""
    return np.abs(found - wanted) <= rtol * np.abs(wanted) + 1e-7 * np.abs(wanted).max(initial=size)


def is_zero(found, wanted) -> bool:
    """Whether the numbers are zero beside those that are wanted."""
    return bool((np.abs(found) <= 1e-7 * np.abs(wanted).max(initial=0.0)).all())


def _near(found, wanted, rtol: float = 1e-5, size: float = 0.0) -> bool:
    return found.shape == np.shape(wanted) and bool(near(found, wanted, rtol, size).all())


def _by_name(found, looks_like) -> str:
    names = [name for name, value in (looks_like or {}).items() if _near(found, np.asarray(value, dtype=float), 1e-4)]
    if len(names) > 1:
        return _looks_wrong(f"either {' or '.join(names)}", "Your numbers are those of both mistakes.")
    return _looks_wrong(names[0], "Your numbers are those of this mistake.") if names else ""


def _by_shape(found, wanted) -> str:
    if found.ndim == 2 and _near(found.T, wanted):
        return _looks_wrong("the orientation", TRANSPOSED)
    if found.ndim < wanted.ndim and any(_near(found, row) for row in wanted):
        return _looks_wrong("the shape", "This is one row where the whole table is wanted.")
    if found.ndim > wanted.ndim and any(_near(row, wanted) for row in found[:MOST_ROWS]):
        wish = "one row" if wanted.ndim else "one number"
        return _looks_wrong("the shape", f"This is an array of shape {found.shape} where {wish} is wanted.")
    if any(_near(found.sum(axis=axis), wanted) for axis in range(found.ndim)):
        return _looks_wrong("a sum", "Added up along an axis, the numbers are right.")
    sums = [wanted.sum(), *(wanted.sum(axis=axis) for axis in range(wanted.ndim))]
    size = np.abs(wanted).max(initial=0.0)  # a sum may be zero but for rounding
    if any(_near(found.reshape(_without_ones(found)), np.asarray(value), size=size) for value in sums):
        return _looks_wrong("a sum", "It is what is wanted, added up along an axis that has to stay.")
    return _looks_wrong("the shape", f"It is {found.shape}, and {wanted.shape} is wanted.")


def _whole(found, wanted) -> str:
    what, detail = as_a_whole(found, wanted)
    if detail == ZEROS:
        return LOOKS_WRONG + ZEROS
    if not detail and (factor := common_factor(found, wanted)):
        what, detail = "the factor in front", f"The result is {factor:.4g} times what is wanted."
    return _looks_wrong(what, detail) if detail else ""


def as_a_whole(found, wanted) -> tuple[str, str]:
    """(what looks wrong, a sentence) where the result is the negative, the transpose or zero; else two times ""."""
    if _near(found, wanted):
        return "", ""
    if _near(found, -wanted):
        return "the sign", "The result is the negative of what is wanted."
    if wanted.ndim == 2 and _near(found.T, wanted):
        return "the orientation", TRANSPOSED
    if wanted.size > 1 and wanted.any() and is_zero(found, wanted):
        return "", ZEROS
    return "", ""


def common_factor(found, wanted) -> float:
    """The number that `found` is times `wanted`; 0 where there is none, or where it may be an accident.

    Of one or two different sizes of numbers (signs and zeros aside) many a mistake makes a multiple. Where `wanted` is
    a sum of multiples of one table, every part of the sum is a multiple, too: that is for the caller to know.
    """
    sizes = np.abs(wanted)
    if not sizes.any() or len(set((sizes / sizes.max()).round(6).ravel()) - {0.0}) < 3:
        return 0.0
    factor = float((found * wanted).sum()) / float((wanted * wanted).sum())
    is_one = f"{factor:.4g}" in ("0", "-0", "1")
    return factor if not is_one and _near(found, factor * wanted, 1e-4) else 0.0


def _by_term(found, wanted, along, times) -> str:
    stacks = {name: np.asarray(stack, dtype=float).reshape(-1, wanted.size) for name, stack in along.items()}
    basis = np.concatenate(list(stacks.values()))
    of_found, of_wanted = _factors(found, basis), _factors(wanted, basis)
    if of_wanted is None or len(basis) >= wanted.size:
        return ""
    if of_found is None:
        return _looks_wrong("the vectors", "No numbers in front of the right vectors make them add up to your result.")
    faults, place = {}, 0
    largest = np.abs([of_found, of_wanted]).max(initial=0.0)
    for name, stack in stacks.items():
        part = slice(place, place + len(stack))
        place = part.stop
        fault = _fault(of_found[part], of_wanted[part], times.get(name), largest)
        if fault:
            faults[name] = fault
    others = ""
    for fault in (STRAY, MISSING):
        worst = [name for name in faults if faults[name] == fault]
        if worst:
            others = " Other terms differ, too." if len(worst) < len(faults) else ""
            faults = dict.fromkeys(worst, fault)
            break
    if len(set(faults.values())) == 1 and (len(faults) == 1 or len(faults) < len(stacks)):
        return _looks_wrong(" and ".join(faults), f"Your result {next(iter(faults.values()))}.{others}")
    return _looks_wrong("the factors", "The right vectors are added up, with wrong numbers in front of them.")


def _factors(gradient, basis) -> np.ndarray | None:
    """The factors with which the basis adds up to the gradient, or None where it does not."""
    factors, *_ = np.linalg.lstsq(basis.T, gradient.ravel(), rcond=None)
    largest = np.abs(gradient).max(initial=0.0)
    return factors if np.allclose(factors @ basis, gradient.ravel(), rtol=1e-5, atol=1e-5 * largest) else None


def _fault(found, wanted, times, largest) -> str:
    """What is wrong with the factors of one term; `largest`: of all factors, to tell what is zero."""

    def agree(one, other) -> bool:
        return np.allclose(one, other, rtol=1e-4, atol=1e-5 * largest)

    if agree(found, wanted):
        return ""
    if agree(wanted, 0):
        return STRAY
    if agree(found, 0):
        return MISSING
    if agree(found, -wanted):
        return "has the wrong sign there"
    if times is not None and agree(found * times, wanted):
        return "has there what counting each word once gives, and some count several times"
    return "has a wrong factor there"
