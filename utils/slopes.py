"""Numerical derivatives of the two losses of a2, for checking formulas.

Each loss is minus the logarithm of a probability P, so its derivative is that of P, divided by -P. Differences of P are
taken here: the losses and their gradients are the student's to write.
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from utils.gradcheck import numerical_gradient
from utils.word2vec import softmax


def softmax_slopes(U, v_c, o) -> tuple[np.ndarray, np.ndarray]:
    """The derivatives of the softmax loss of one pair with respect to v_c, (d,), and with respect to U, (V, d).

    U (V, d), v_c (d,), o the index of the target. The differences have a step of 1e-5, which must be small beside the
    vectors.
    """
    return _slopes(lambda U, v: softmax(U @ v)[o], U, v_c)


def sampling_slopes(U, v_c, targets, samples) -> tuple[np.ndarray, np.ndarray]:
    """The same for negative sampling; targets and samples are lists of indices, and either may be empty.

    A word counts as often as it stands in a list.
    """
    words = np.array([*targets, *samples], dtype=int)
    signs = np.array([1.0] * len(targets) + [-1.0] * len(samples))
    return _slopes(lambda U, v: np.prod(expit(signs * (U[words] @ v))), U, v_c)


def _slopes(probability, U, v_c) -> tuple[np.ndarray, np.ndarray]:
    """The derivatives of -log P with respect to v_c and to U, where `probability` is P(U, v_c)."""
    U, v_c = np.asarray(U, dtype=float), np.asarray(v_c, dtype=float)
    here = probability(U, v_c)
    by_center = numerical_gradient(lambda v: probability(U, v), v_c)
    by_outside = numerical_gradient(lambda table: probability(table, v_c), U)
    return -by_center / here, -by_outside / here
