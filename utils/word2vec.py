"""Given parts of word2vec: softmax, rows of length one, negative samples, and the vectors of the published check.

The losses, their gradients and the models are the student's (assignment a2); data sets live in `utils.datasets`.
"""

from __future__ import annotations

import numpy as np


def softmax(x) -> np.ndarray:
    """Softmax of a vector (V,), or of each row of a matrix (N, V); safe for large scores.

    >>> softmax([0.0, np.log(2.0), 0.0])
    array([0.25, 0.5 , 0.25])
    """
    x = np.asarray(x, dtype=float)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def normalizeRows(x) -> np.ndarray:
    """Scale each row of a matrix (N, d) to Euclidean length one. A row of zeros stays as it is.

    >>> normalizeRows([[3.0, 4.0], [1.0, 0.0]])
    array([[0.6, 0.8],
           [1. , 0. ]])
    """
    x = np.asarray(x, dtype=float)
    lengths = np.sqrt(np.sum(x**2, axis=1, keepdims=True))
    return x / np.where(lengths == 0, 1.0, lengths)


def getNegativeSamples(outsideWordIdx: int, dataset, K: int) -> list[int]:
    """Draw K word indices with `dataset.sampleTokenIdx()`; the outside word itself is drawn again. Repeats are kept."""
    samples = []
    while len(samples) < K:
        drawn = dataset.sampleTokenIdx()
        if drawn != outsideWordIdx:
            samples.append(drawn)
    return samples


def published_vectors() -> tuple[dict[str, int], np.ndarray, np.ndarray]:
    """Words a to e with the vectors for which the original course published its check values.

    Returns (word2Ind, centre vectors (5, 3), outside vectors (5, 3)). Source: Stanford CS224n, assignment 2.
    """
    rows = normalizeRows(np.random.RandomState(9265).randn(10, 3))
    return {word: index for index, word in enumerate("abcde")}, rows[:5], rows[5:]


def not_answered(name: str):
    """A function that stands where an answer is missing, so that later cells can name it. It raises when called."""

    def missing(*args, **kwargs):
        raise NotImplementedError(f"{name} is not defined: run its answer cell, and look there for an error")

    missing.__name__ = name
    return missing
