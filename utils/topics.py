"""A made-up text of word pairs with known topics, and measures of whether trained vectors found them.

The pairs come from a seeded generator: each topic has words that are centre words and other words that are outside
words, and some fillers are outside words of all topics. Which vectors are good enough is the matter of the tests.
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

TOPICS, EACH, FILLERS = 4, 8, 6
PAIRS, SAMPLES = 1500, 5


class TopicPairs:
    """Pairs for training and for judging, from one seed.

    Attributes: `number_of_words`, 70; `centers` and `outsides` (1500,), `negatives` (1500, 5), indices of words. A
    negative sample is never the outside word of its own pair. Words of one topic have no neighbouring indices.
    """

    def __init__(self, seed: int):
        self._generator = np.random.default_rng(seed)
        self.number_of_words = 2 * TOPICS * EACH + FILLERS
        order = self._generator.permutation(self.number_of_words)
        self._center_words = order[: TOPICS * EACH].reshape(TOPICS, EACH)
        self._outside_words = order[TOPICS * EACH : -FILLERS].reshape(TOPICS, EACH)
        self._fillers = order[-FILLERS:]
        self.centers, self.outsides = self._draw_pairs()
        counts = np.bincount(np.concatenate([self.centers, self.outsides]), minlength=self.number_of_words)
        self._shares = counts**0.75 / (counts**0.75).sum()
        self.negatives = self._draw_negatives(self.outsides)
        self._judged = self._draw_pairs()
        self._judged_negatives = self._draw_negatives(self._judged[1])

    def _draw_pairs(self) -> tuple[np.ndarray, np.ndarray]:
        shares = 1 / np.arange(1, EACH + 1)
        shares /= shares.sum()
        topics = self._generator.integers(TOPICS, size=PAIRS)
        centers = self._center_words[topics, self._generator.choice(EACH, size=PAIRS, p=shares)]
        outsides = self._outside_words[topics, self._generator.choice(EACH, size=PAIRS, p=shares)]
        fillers = self._fillers[self._generator.integers(FILLERS, size=PAIRS)]
        return centers, np.where(self._generator.random(PAIRS) < 0.25, fillers, outsides)

    def _draw_negatives(self, outsides) -> np.ndarray:
        drawn = self._generator.choice(self.number_of_words, size=(PAIRS, SAMPLES), p=self._shares)
        while (again := drawn == outsides[:, None]).any():
            drawn[again] = self._generator.choice(self.number_of_words, size=int(again.sum()), p=self._shares)
        return drawn

    def error(self, centerWordVectors, outsideVectors) -> float:
        """The mean squared error of the model's probabilities on pairs that were not trained on, between 0 and 1.

        The probability σ(u_w·v_c) should be 1 for the outside word of a pair and 0 for its negative samples. Vectors of
        zeros have the error 1/4.
        """
        centers, outsides = self._judged
        chances = expit(np.einsum("ni,wi->nw", centerWordVectors[centers], outsideVectors))
        words = np.column_stack([outsides, self._judged_negatives])
        labels = np.arange(words.shape[1]) == 0
        return float(np.mean((np.take_along_axis(chances, words, axis=1) - labels) ** 2))

    def contrast(self, centerWordVectors) -> float:
        """The mean cosine similarity of two centre words of one topic, minus that of two of different topics."""
        rows = centerWordVectors[self._center_words.ravel()]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows = rows / np.where(lengths == 0, 1, lengths)
        topics = np.repeat(np.arange(TOPICS), EACH)
        same = topics[:, None] == topics
        cosines = rows @ rows.T
        return float(cosines[same & ~np.eye(len(topics), dtype=bool)].mean() - cosines[~same].mean())
