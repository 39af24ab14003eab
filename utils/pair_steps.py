"""What steps of negative sampling make of two tables where no two pairs share a word, and what known mistakes make.

Then neither the order of the pairs nor batches change anything, so the tables of any right answer follow from its own
start. How well a whole training does is the matter of `utils.topics`.
"""

from __future__ import annotations

import itertools

import numpy as np

from utils.slopes import sampling_slopes
from utils.terms import LOOKS_WRONG

ORDER = "the order of the changes."
FIRST_ALL = "Compute all gradients of a pair first, then change the vectors."
LARGEST_BATCH = 50


class PairSteps:
    """The steps for given pairs from a given start.

    V, U (words, d): the tables before the first step. centers (N,), outsides (N,), negatives (N, K): indices, none of
    them twice. step: a number. epochs: how many steps each pair takes.
    """

    def __init__(self, V, U, centers, outsides, negatives, step: float, epochs: int):
        self._start = np.array(V, dtype=float), np.array(U, dtype=float)
        self._pairs = [(c, [o, *samples]) for c, o, samples in zip(centers, outsides, negatives, strict=True)]
        self._given = centers, outsides, negatives, step, epochs
        self._step, self._epochs = step, epochs

    def tables(self) -> tuple[np.ndarray, np.ndarray]:
        """The centre vectors and the outside vectors after the steps."""
        V, U = (table.copy() for table in self._start)
        for c, words in self._pairs:
            V[c], U[words] = self._after((c, words), _gradients_first, [1] * self._epochs)
        return V, U

    def hint(self, V, U) -> str:
        """One sentence on the mistake that makes exactly these two tables; "" where they are right or none is known."""
        found = np.asarray(V, dtype=float), np.asarray(U, dtype=float)
        once, right = [1] * self._epochs, _gradients_first
        if self._all_fit(found, right, [once]):
            return ""
        if PairSteps(*self._start[::-1], *self._given)._all_fit(found[::-1], right, [once]):
            return f"{LOOKS_WRONG}the order of the results. The centre vectors come first, then the outside vectors."
        for what, change, factors in _mistakes(self._epochs):
            if self._all_fit(found, change, [factors]):
                return f"{LOOKS_WRONG}{what}"
        if self._all_fit(found, right, [[1] * steps for steps in range(self._epochs + 1)]):
            return (
                f"{LOOKS_WRONG}the number of steps. Some pairs take fewer than one in each epoch: does the last, "
                "shorter batch take part?"
            )
        for size in range(2, min(LARGEST_BATCH, len(self._pairs)) + 1):
            shares = {1 / size, 1 / (len(self._pairs) % size or size)}
            if self._all_fit(found, right, list(itertools.product(shares, repeat=self._epochs))):
                return f"{LOOKS_WRONG}the size of the steps. The gradients of a batch are averaged, not added up."
        return ""

    def _after(self, pair, change, factors) -> tuple[np.ndarray, np.ndarray]:
        """The rows of one pair after a step for each of the factors, so many times as large as it should be."""
        c, words = pair
        v, rows = self._start[0][c], self._start[1][words]
        for factor in factors:
            v, rows = change(v, rows, factor * self._step)
        return v, rows

    def _all_fit(self, found, change, choices) -> bool:
        """Whether the rows of each pair are those that one of the choices of factors makes, and others as they were."""
        places = [c for c, _ in self._pairs], [word for _, words in self._pairs for word in words]
        others = (np.delete(table, rows, axis=0) for table, rows in zip(found, places, strict=True))
        before = (np.delete(table, rows, axis=0) for table, rows in zip(self._start, places, strict=True))
        return all(map(_near, others, before)) and all(
            any(
                _near(found[0][c], v) and _near(found[1][words], rows)
                for v, rows in (self._after((c, words), change, factors) for factors in choices)
            )
            for c, words in self._pairs
        )


def _near(found, wanted) -> bool:
    return np.allclose(found, wanted, rtol=1e-4, atol=1e-6)


def _slopes(v, rows) -> tuple[np.ndarray, np.ndarray]:
    """Those of one pair: row 0 is the target's, the others are the samples'."""
    return sampling_slopes(rows, v, [0], range(1, len(rows)))


def _change(slopes):
    """One step from two gradients; `slopes(v, rows)` returns both."""

    def change(v, rows, step):
        by_center, by_outside = slopes(v, rows)
        return v - step * by_center, rows - step * by_outside

    return change


_gradients_first = _change(_slopes)


def _factors(v, rows, targets, samples) -> np.ndarray:
    """The derivatives with respect to the scores: each row's gradient is its factor times v."""
    return sampling_slopes((rows @ v)[:, None], np.ones(1), targets, samples)[1][:, 0]


def _in_order(center_first: bool, again: bool, by_term: bool):
    """A step that changes the one vector before the gradients of the others are known.

    again: the factors are computed again, after the first change. by_term: term by term, and not all terms at once.
    """

    def one(v, rows, step, targets, samples):
        factors = _factors(v, rows, targets, samples)
        if center_first:
            v = v - step * factors @ rows
        else:
            rows = rows - step * np.outer(factors, v)
        if again:
            factors = _factors(v, rows, targets, samples)
        if center_first:
            return v, rows - step * np.outer(factors, v)
        return v - step * factors @ rows, rows

    def change(v, rows, step):
        if not by_term:
            return one(v, rows, step, [0], range(1, len(rows)))
        rows = rows.copy()
        for place in range(len(rows)):
            v, rows[[place]] = one(v, rows[[place]], step, *(([0], []) if place == 0 else ([], [0])))
        return v, rows

    return change


def _term_by_term(v, rows, step):
    rows = rows.copy()
    for place in range(len(rows)):
        by_center, by_outside = sampling_slopes(rows[[place]], v, *(([0], []) if place == 0 else ([], [0])))
        v, rows[[place]] = v - step * by_center, rows[[place]] - step * by_outside
    return v, rows


def _target_alone(v, rows):
    return sampling_slopes(rows, v, [0], [])


def _target_vector_in_sum(v, rows):
    chances = _factors(v, rows, [], range(1, len(rows)))
    return _target_alone(v, rows)[0] + chances.sum() * rows[0], _slopes(v, rows)[1]


def _only(center: bool, target: bool, samples: bool):
    """A step in which the centre vector, the target's row or the samples' rows may stay as they are."""

    def slopes(v, rows):
        by_center, by_outside = _slopes(v, rows)
        return center * by_center, by_outside * np.array([target] + [samples] * (len(rows) - 1))[:, None]

    return _change(slopes)


def _all_targets(v, rows):
    return sampling_slopes(rows, v, range(len(rows)), [])


def _all_samples(v, rows):
    return sampling_slopes(rows, v, [], range(len(rows)))


def _samples_forgotten_by_center(v, rows):
    return _target_alone(v, rows)[0], _slopes(v, rows)[1]


def _mistakes(epochs: int) -> list[tuple]:
    """(what is said, how a pair changes its vectors, the factors of its steps) of each."""
    right, once = _gradients_first, [1] * epochs
    center = f"{ORDER} The centre vector changes before the gradients of the outside vectors are known. {FIRST_ALL}"
    outside = f"{ORDER} The outside vectors change before the gradient of the centre vector is known. {FIRST_ALL}"
    term = f"{ORDER} The vectors change after each term, so that the next term sees other ones. {FIRST_ALL}"
    return [
        *((center, _in_order(True, again, by_term=False), once) for again in (True, False)),
        *((outside, _in_order(False, again, by_term=False), once) for again in (True, False)),
        (term, _term_by_term, once),
        *((term, _in_order(first, again, by_term=True), once) for first in (True, False) for again in (True, False)),
        ("the sign of the steps. They go along the gradient, and the loss rises.", right, [-1] * epochs),
        ("the number of steps. Nothing changes at all.", right, []),
        ("the number of epochs. Each pair takes one step in all, and not one in each epoch.", right, [1]),
        ("the number of epochs. There is one too few.", right, once[1:]),
        ("the number of epochs. There is one too many.", right, [*once, 1]),
        ("the centre vectors. They never change.", _only(False, True, True), once),
        ("the outside vector of the target. It never changes.", _only(True, False, True), once),
        ("the negative samples. Their outside vectors never change.", _only(True, True, False), once),
        ("the negative samples. Their outside vectors never change.", _change(_target_alone), once),
        (
            "the gradient of the centre vector. The terms of the samples are missing in it.",
            _change(_samples_forgotten_by_center),
            once,
        ),
        (
            "the gradient of the centre vector. u_o stands where each sample's own vector is meant.",
            _change(_target_vector_in_sum),
            once,
        ),
        (
            "the terms of the samples. They are those of targets: their scores are pushed up.",
            _change(_all_targets),
            once,
        ),
        ("the term of the target. It is that of a sample: the minus 1 is missing.", _change(_all_samples), once),
    ]
