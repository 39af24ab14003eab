"""What steps of negative sampling make of two tables where no two pairs share a word, and what known mistakes make.

Then neither the order of the pairs nor batches change anything, so the tables of any right answer follow from its own
start. How well a whole training does is the matter of `utils.topics`.
"""

from __future__ import annotations

import numpy as np

from utils.slopes import sampling_slopes
from utils.terms import LOOKS_WRONG

FIRST_ALL = "Compute all gradients of a pair first, then change the vectors."


class PairSteps:
    """The steps for given pairs from a given start.

    V, U (words, d): the tables before the first step. centers (N,), outsides (N,), negatives (N, K): indices, none of
    them twice. step: a number. epochs: how many steps each pair takes.
    """

    def __init__(self, V, U, centers, outsides, negatives, step: float, epochs: int):
        self._start = np.array(V, dtype=float), np.array(U, dtype=float)
        self._pairs = [(c, [o, *samples]) for c, o, samples in zip(centers, outsides, negatives, strict=True)]
        self._step, self._epochs = step, epochs

    def tables(self) -> tuple[np.ndarray, np.ndarray]:
        """The centre vectors and the outside vectors after the steps."""
        return self._made(_gradients_first, 1, self._epochs)

    def hint(self, V, U) -> str:
        """One sentence on the mistake that makes exactly these two tables; "" where they are right or none is known."""
        right = self.tables()
        if _alike((V, U), right):
            return ""
        if _alike((V, U), right[::-1]):
            return f"{LOOKS_WRONG}the order of the results. The centre vectors come first, then the outside vectors."
        for what, change, times, epochs in _mistakes(len(self._pairs), self._epochs):
            if _alike((V, U), self._made(change, times, epochs)):
                return f"{LOOKS_WRONG}{what}"
        return ""

    def _made(self, change, times: float, epochs: int) -> tuple[np.ndarray, np.ndarray]:
        V, U = (table.copy() for table in self._start)
        for _ in range(epochs):
            for c, words in self._pairs:
                V[c], U[words] = change(V[c], U[words], times * self._step)
        return V, U


def _alike(found, wanted) -> bool:
    return all(np.allclose(one, other, rtol=1e-4, atol=1e-6) for one, other in zip(found, wanted, strict=True))


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


def _center_first(v, rows, step):
    v = v - step * _slopes(v, rows)[0]
    return v, rows - step * _slopes(v, rows)[1]


def _outside_first(v, rows, step):
    rows = rows - step * _slopes(v, rows)[1]
    return v - step * _slopes(v, rows)[0], rows


def _term_by_term(v, rows, step):
    rows = rows.copy()
    for place in range(len(rows)):
        targets, samples = ([0], []) if place == 0 else ([], [0])
        by_center, by_outside = sampling_slopes(rows[[place]], v, targets, samples)
        v, rows[place] = v - step * by_center, rows[place] - step * by_outside[0]
    return v, rows


def _target_alone(v, rows):
    return sampling_slopes(rows, v, [0], [])


def _target_vector_in_sum(v, rows):
    by_samples = sampling_slopes(rows, v, [], range(1, len(rows)))[1]
    chances = by_samples @ v / (v @ v)
    return _target_alone(v, rows)[0] + chances.sum() * rows[0], _slopes(v, rows)[1]


def _only(center: bool, target: bool, samples: bool):
    """A step in which the centre vector, the target's row or the samples' rows may stay as they are."""

    def slopes(v, rows):
        by_center, by_outside = _slopes(v, rows)
        return center * by_center, by_outside * np.array([target] + [samples] * (len(rows) - 1))[:, None]

    return _change(slopes)


def _mistakes(pairs: int, epochs: int) -> list[tuple]:
    """(what is said, how a pair changes the vectors, how many times the step, how many epochs) of each."""
    right = _gradients_first
    order = "the order of the changes."
    return [
        (
            f"{order} The centre vector has changed before the gradients of the outside vectors are computed. {FIRST_ALL}",
            _center_first,
            1,
            epochs,
        ),
        (
            f"{order} The outside vectors have changed before the gradient of the centre vector is computed. {FIRST_ALL}",
            _outside_first,
            1,
            epochs,
        ),
        (
            f"{order} The vectors change after each term, so that the next term sees other ones. {FIRST_ALL}",
            _term_by_term,
            1,
            epochs,
        ),
        ("the sign of the steps. They go along the gradient, and the loss rises.", right, -1, epochs),
        (
            "the number of steps. Nothing changes: do both tables start with something, and is each pair reached, also in "
            "a last, short batch?",
            right,
            0,
            epochs,
        ),
        ("the number of epochs. Each pair takes one step in all, and not one in each epoch.", right, 1, 1),
        ("the number of epochs. There is one too few.", right, 1, epochs - 1),
        ("the number of epochs. There is one too many.", right, 1, epochs + 1),
        (
            "the size of the steps. The gradients of a batch are averaged; they are to be added up.",
            right,
            1 / pairs,
            epochs,
        ),
        ("the centre vectors. They never change.", _only(False, True, True), 1, epochs),
        ("the outside vector of the target. It never changes.", _only(True, False, True), 1, epochs),
        ("the outside vectors of the samples. They never change.", _only(True, True, False), 1, epochs),
        ("the negative samples. They do nothing.", _change(_target_alone), 1, epochs),
        (
            "the gradient of the centre vector. The terms of the samples are missing in it.",
            _change(lambda v, rows: (_target_alone(v, rows)[0], _slopes(v, rows)[1])),
            1,
            epochs,
        ),
        (
            "the gradient of the centre vector. u_o stands where each sample's own vector is meant.",
            _change(_target_vector_in_sum),
            1,
            epochs,
        ),
        (
            "the terms of the samples. They are those of targets: their scores are pushed up.",
            _change(lambda v, rows: sampling_slopes(rows, v, range(len(rows)), [])),
            1,
            epochs,
        ),
        (
            "the term of the target. It is that of a sample: the minus 1 is missing.",
            _change(lambda v, rows: sampling_slopes(rows, v, [], range(len(rows)))),
            1,
            epochs,
        ),
    ]
