"""Which term of a formula looks wrong, read from the numbers of a result and of a numerical derivative.

A gradient is written as a sum of known arrays with unknown factors; where the factors of the result and those of the
derivative differ in one term only, this term is named. Where the numbers do not tell, the hint says only that they
differ. Calling the answer and comparing is the matter of `utils.checks`.
"""

from __future__ import annotations

import numpy as np

LOOKS_WRONG = "what looks wrong: "
NOTHING = "nothing came back: is there a `return`?"
ZEROS = "all zeros: nothing was written into it."
DIFFER = "the numbers differ, and no single term stands out."
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
        or as_a_whole(found, wanted)
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


def _near(found, wanted) -> bool:
    return found.shape == wanted.shape and np.allclose(found, wanted, rtol=1e-5, atol=1e-6)


def _by_name(found, looks_like) -> str:
    for name, value in (looks_like or {}).items():
        value = np.asarray(value, dtype=float)
        if found.shape == value.shape and np.allclose(found, value, rtol=1e-4, atol=1e-5):
            return _looks_wrong(name, "Your numbers are those of this mistake.")
    return ""


def _by_shape(found, wanted) -> str:
    if found.ndim == 2 and _near(found.T, wanted):
        return _looks_wrong("the orientation", "Rows and columns have changed places.")
    if found.ndim < wanted.ndim and any(_near(found, row) for row in wanted):
        return _looks_wrong("the shape", "This is one row where the whole table is wanted.")
    if found.ndim > wanted.ndim and any(_near(row, wanted) for row in found):
        wish = "one row" if wanted.ndim else "one number"
        return _looks_wrong("the shape", f"This is an array of shape {found.shape} where {wish} is wanted.")
    if any(_near(found.sum(axis=axis), wanted) for axis in range(found.ndim)):
        return _looks_wrong("a sum", "The single terms are right, but they are not added up.")
    sums = [wanted.sum(), *(wanted.sum(axis=axis) for axis in range(wanted.ndim))]
    if any(_near(found.reshape(_without_ones(found)), np.asarray(value)) for value in sums):
        return _looks_wrong("a sum", "It runs over an axis that has to stay.")
    return _looks_wrong("the shape", f"It is {found.shape}, and {wanted.shape} is wanted.")


def as_a_whole(found, wanted) -> str:
    """One sentence where the result is the negative, the transpose, a multiple of what is wanted or zero; else ""."""
    if _near(found, wanted):
        return ""  # where both are as small as the tolerance, all of these would seem to hold
    if _near(found, -wanted):
        return _looks_wrong("the sign", "The result is the negative of what is wanted.")
    if wanted.ndim == 2 and _near(found.T, wanted):
        return _looks_wrong("the orientation", "Rows and columns have changed places.")
    if wanted.size > 1 and np.allclose(found, 0, atol=1e-7):
        return LOOKS_WRONG + ZEROS
    factor = f"{common_factor(found, wanted):.4g}"
    if factor not in ("0", "1"):
        return _looks_wrong("the factor in front", f"The result is {factor} times what is wanted.")
    return ""


def common_factor(found, wanted) -> float:
    """The number that `found` is times `wanted`; 0 where there is none, or where it may be an accident.

    Of one or two different sizes of numbers (signs and zeros aside) many a mistake makes a multiple.
    """
    sizes = np.abs(wanted)
    if not sizes.any() or len(set((sizes / sizes.max()).round(6).ravel()) - {0.0}) < 3:
        return 0.0
    factor = float((found * wanted).sum()) / float((wanted * wanted).sum())
    return factor if np.allclose(found, factor * wanted, rtol=1e-4, atol=1e-7) else 0.0


def _by_term(found, wanted, along, times) -> str:
    stacks = {name: np.asarray(stack, dtype=float).reshape(-1, wanted.size) for name, stack in along.items()}
    basis = np.concatenate(list(stacks.values()))
    of_found, of_wanted = _factors(found, basis), _factors(wanted, basis)
    if of_wanted is None or len(basis) >= wanted.size:
        return ""
    if of_found is None:
        return _looks_wrong("the vectors", "No numbers in front of the right vectors make them add up to your result.")
    faults, place = {}, 0
    for name, stack in stacks.items():
        part = slice(place, place + len(stack))
        place = part.stop
        fault = _fault(of_found[part], of_wanted[part], times.get(name))
        if fault:
            faults[name] = fault
    for fault in (STRAY, MISSING):
        worst = [name for name in faults if faults[name] == fault]
        if worst:
            faults = dict.fromkeys(worst, fault)
            break
    if len(set(faults.values())) == 1 and (len(faults) == 1 or len(faults) < len(stacks)):
        return _looks_wrong(" and ".join(faults), f"Your result {next(iter(faults.values()))}.")
    return _looks_wrong("the factors", "The right vectors are added up, with wrong numbers in front of them.")


def _factors(gradient, basis) -> np.ndarray | None:
    """The factors with which the basis adds up to the gradient, or None where it does not."""
    factors, *_ = np.linalg.lstsq(basis.T, gradient.ravel(), rcond=None)
    return factors if np.allclose(factors @ basis, gradient.ravel(), rtol=1e-5, atol=1e-5) else None


def _fault(found, wanted, times) -> str:
    if np.allclose(found, wanted, rtol=1e-4, atol=1e-5):
        return ""
    if np.allclose(wanted, 0, atol=1e-5):
        return STRAY
    if np.allclose(found, 0, atol=1e-5):
        return MISSING
    if np.allclose(found, -wanted, rtol=1e-4, atol=1e-5):
        return "has the wrong sign there"
    if times is not None and np.allclose(found * times, wanted, rtol=1e-4, atol=1e-5):
        return "counts a word once there that counts several times"
    return "has a wrong factor there"
