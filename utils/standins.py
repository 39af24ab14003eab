"""Layers by definition: what the tests of one answer put in the place of the other answers it uses.

Forward is the formula of the text. Backward is the slope of that formula, measured entry by entry with central
differences: right, and far too slow for anything but a test. How a test uses them is the matter of
`utils.layer_checks`.
"""

from __future__ import annotations

import inspect

import numpy as np
from scipy.special import log_expit

from utils.gradcheck import numerical_gradient


class Measured:
    """A layer whose forward is `formula(*tables, *inputs)` and whose backward measures the slope of that formula."""

    def __init__(self, *tables):
        self.params = list(tables)
        self.grads = [np.zeros_like(table) for table in tables]

    def forward(self, *inputs, **named):
        """The formula's value for these inputs."""
        self._inputs = [np.array(given) for given in (*inputs, *named.values())]
        return self.formula(*self.params, *self._inputs)

    def backward(self, dout=1):
        """Put the slopes with respect to the tables into `grads`.

        Returns the slope with respect to the first input, None where it is ids.
        """
        inside = [*self.params, *self._inputs]

        def slope(place):
            def value(moved):
                return np.sum(dout * self.formula(*inside[:place], moved, *inside[place + 1 :]))

            return numerical_gradient(value, inside[place])

        for place, grad in enumerate(self.grads):
            grad[...] = slope(place)
        return slope(len(self.params)) if self._inputs[0].dtype.kind == "f" else None


class Embedding(Measured):
    """Rows of a table."""

    def __init__(self, W):
        super().__init__(W)

    @staticmethod
    def formula(W, idx):
        return np.take(W, idx, axis=0)


class EmbeddingDot(Measured):
    """Inner products of given vectors with rows of a table."""

    def __init__(self, W):
        super().__init__(W)

    @staticmethod
    def formula(W, h, idx):
        return np.einsum("bd,bd->b", np.take(W, idx, axis=0), h)


class SigmoidWithLoss(Measured):
    """Sigmoid, then cross entropy with the answers yes (1) and no (0)."""

    def __init__(self):
        super().__init__()

    @staticmethod
    def formula(score, t):
        return -np.mean(t * log_expit(score) + (1 - t) * log_expit(-score))


LAYERS = {"Embedding": Embedding, "EmbeddingDot": EmbeddingDot, "SigmoidWithLoss": SigmoidWithLoss}


class NegativeSamplingLoss(Measured):
    """The loss of negative sampling; the samples for word t are always the words t+1, t+2, …, counted in a circle."""

    def __init__(self, W, corpus, power=0.75, sample_size=5):
        super().__init__(W)
        self._steps = np.arange(1, sample_size + 1)

    def formula(self, W, h, target):
        samples = (target[:, None] + self._steps) % len(W)
        right = np.einsum("bd,bd->b", np.take(W, target, axis=0), h)
        wrong = np.einsum("bkd,bd->bk", np.take(W, samples, axis=0), h)
        return -np.mean(log_expit(right) + log_expit(-wrong).sum(axis=1))


class ScriptedSampler:
    """Hands out negative samples that are written down beforehand, row after row, over and over."""

    def __init__(self, rows, corpus, power, sample_size):
        self._rows = np.asarray(rows)
        self._next = 0

    def get_negative_sample(self, target):
        """The next rows of the script, one for each target."""
        places = np.arange(self._next, self._next + len(target)) % len(self._rows)
        self._next += len(target)
        return self._rows[places]


class Noting:
    """Stands in the place of a class: makes its objects, and notes with which arguments.

    `first` are arguments that come before those of the caller. Attribute `notes`: one dictionary an object.
    """

    def __init__(self, made, *first):
        self._made, self._first = made, first
        self.notes: list[dict] = []

    def __call__(self, *args, **kwargs):
        given = inspect.signature(self._made).bind(*self._first, *args, **kwargs)
        given.apply_defaults()
        self.notes.append({name: value for name, value in given.arguments.items() if name not in ("rows", "W")})
        return self._made(*self._first, *args, **kwargs)


MODEL_PARTS = {"Embedding": Embedding, "NegativeSamplingLoss": Noting(NegativeSamplingLoss)}
