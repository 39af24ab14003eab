"""Losses of one pair of words for tests: a smooth one, for formulas that hold for any loss, and one with a script.

They are no losses that anyone would train with: the gradients of the real ones are the student's to derive.
"""

from __future__ import annotations

import numpy as np


class PairLoss:
    """F(o, v_hat) = (u_o·v_hat)² / 2 + Σ_w a_w cos(u_w·v_hat), with a fixed factor a_w for each word w.

    `U` has the shape (V, d); `o` is a row of it; `v_hat` has the shape (d,).
    """

    def __init__(self, U):
        self.U = np.array(U, dtype=float)
        self._factors = (1 + np.arange(len(self.U))) / len(self.U)

    def _at(self, o, v_hat) -> tuple[int, np.ndarray, np.ndarray]:
        v_hat = np.asarray(v_hat, dtype=float)
        if v_hat.shape != self.U.shape[1:]:
            raise ValueError(f"F was called with a v_hat of shape {v_hat.shape}; {self.U.shape[1:]} is its shape.")
        if not isinstance(o, int | np.integer) or not 0 <= o < len(self.U):
            raise ValueError(f"F was called with the word {o!r}; words are indices from 0 to {len(self.U) - 1}.")
        return int(o), v_hat, self.U @ v_hat

    def F(self, o, v_hat) -> float:
        """The loss."""
        o, v_hat, scores = self._at(o, v_hat)
        return float(scores[o] ** 2 / 2 + self._factors @ np.cos(scores))

    def dF_dU(self, o, v_hat) -> np.ndarray:
        """Its gradient with respect to U, (V, d)."""
        o, v_hat, scores = self._at(o, v_hat)
        by_score = -self._factors * np.sin(scores)
        by_score[o] += scores[o]
        return by_score[:, None] * v_hat

    def dF_dv(self, o, v_hat) -> np.ndarray:
        """Its gradient with respect to v_hat, (d,)."""
        o, v_hat, scores = self._at(o, v_hat)
        by_score = -self._factors * np.sin(scores)
        by_score[o] += scores[o]
        return by_score @ self.U


class ScriptedLoss:
    """A loss of one pair that is written down beforehand, and that notes how it is called.

    `scripted_loss` returns the `results` in turn, over and over: (loss, gradient with respect to the predicting vector,
    gradient with respect to the outside vectors). Without results there are five, with vectors (3,) and tables (4, 3):
    all numbers of the n-th one are digits times 10^(n-1), so the digit at place n of a sum, counted from the right, is
    that of call n. None of them is a multiple of another one.

    Attribute `calls`: {name of the argument: value} of each call.
    """

    NAMES = "centerWordVec", "outsideWordIdx", "outsideVectors", "dataset"
    LOSSES = 1, 3, 2, 4, 2
    VECTORS = (1, 2, 4), (3, 1, 5), (2, 5, 1), (4, 3, 2), (1, 4, 3)
    TABLES = (
        ((1, 4, 2), (5, 3, 1), (2, 2, 6), (7, 1, 3)),
        ((3, 1, 5), (1, 6, 2), (4, 7, 1), (1, 3, 8)),
        ((2, 5, 1), (2, 1, 4), (6, 3, 2), (3, 8, 1)),
        ((4, 2, 3), (6, 2, 5), (1, 5, 3), (2, 1, 7)),
        ((1, 3, 5), (2, 1, 7), (5, 2, 4), (3, 6, 2)),
    )

    def __init__(self, results=None):
        self.calls: list[dict] = []
        self._results = results or [
            tuple(10.0**place * np.array(digits) for digits in parts)
            for place, parts in enumerate(zip(self.LOSSES, self.VECTORS, self.TABLES, strict=True))
        ]

    def scripted_loss(self, *given, **named) -> tuple[float, np.ndarray, np.ndarray]:
        """The next result."""
        self.calls.append({**dict(zip(self.NAMES, given, strict=False)), **named})
        loss, vector, table = self._results[(len(self.calls) - 1) % len(self._results)]
        return float(loss), np.array(vector), np.array(table)

    def handed(self) -> list[list]:
        """Predicting vector and outside word of each call, in an order that does not depend on that of the calls."""
        return sorted(([call.get(name) for name in self.NAMES[:2]] for call in self.calls), key=repr)
