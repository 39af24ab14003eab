"""Loss and gradient of a batch of random windows, from the student's functions, at the cost of the rows they touch.

A plain wrapper hands the whole tables to each call, and most of the time goes into tables of zeros. Here each window
gets tables of only the rows that it can touch: its own words, and negative samples that are drawn beforehand. The
numbers are the same. Steps, files and plots are the matter of `utils.training`.
"""

from __future__ import annotations

import numpy as np


class NoDrawsLeft(Exception):
    """A window asked for more negative samples than were drawn beforehand; it is done again with more."""


class _Prepared:
    """The data set that the student's functions see; draw n, counted from 0, is `nth(n)`."""

    def __init__(self, tokens: dict[str, int], nth):
        self._tokens = tokens
        self._nth = nth
        self.used = 0

    def tokens(self) -> dict[str, int]:
        return self._tokens

    def sampleTokenIdx(self) -> int:
        index = self._nth(self.used)
        self.used += 1
        return index


class WindowBatches:
    """f(wordVectors) for `sgd`: the mean loss of a batch of random windows, and its gradient.

    `model` is skipgram or cbow, `loss_function` the loss of one pair of words, `dataset` a TextDataset. wordVectors and
    the gradient have the shape (2V, d): the centre vectors above the outside vectors. Batch n of one seed is always the
    same one. A loss that draws no negative samples, such as the naive softmax, needs every row and gets whole tables.
    """

    def __init__(self, model, loss_function, dataset, window_size: int = 5, batch_size: int = 50, seed: int = 0):
        self.model, self.loss_function, self.dataset = model, loss_function, dataset
        self.window_size, self.batch_size, self.seed = window_size, batch_size, seed
        self.next_batch = 0
        self._draws_a_word: float | None = None  # negative samples used for each outside word; None: not known yet

    def __call__(self, wordVectors) -> tuple[float, np.ndarray]:
        """The mean loss of the next batch, and its gradient (2V, d)."""
        self.dataset.restart(self.seed, self.next_batch)
        sizes = np.random.default_rng([self.seed, self.next_batch]).integers(1, self.window_size + 1, self.batch_size)
        self.next_batch += 1
        self._ahead: list[int] = []
        loss, gradient = 0.0, np.zeros(wordVectors.shape)
        for size in sizes:
            center, outside = self.dataset.getRandomContext(int(size))
            try:
                loss += self._add_window(center, int(size), outside, wordVectors, gradient)
            except Exception as error:
                error.add_note(f"in the window of {center!r} with the outside words {outside}, batch {self.next_batch}")
                raise
        gradient /= self.batch_size
        return loss / self.batch_size, gradient

    def _add_window(self, center: str, size: int, outside: list[str], wordVectors, gradient) -> float:
        if not self._draws_a_word:
            return self._add_whole(center, size, outside, wordVectors, gradient)
        ahead = int(self._draws_a_word * len(outside)) + 3
        while True:
            try:
                return self._add_rows(center, size, outside, wordVectors, gradient, ahead)
            except NoDrawsLeft:
                ahead *= 2

    def _nth_draw(self, n: int) -> int:
        while len(self._ahead) <= n:
            self._ahead.append(self.dataset.sampleTokenIdx())
        return self._ahead[n]

    def _add_rows(self, center, size, outside, wordVectors, gradient, ahead: int) -> float:
        """Run one window on the rows of its words and of `ahead` negative samples; add its gradient to `gradient`."""
        tokens = self.dataset.tokens()
        words = [center, *outside]
        self._nth_draw(ahead - 1)
        rows, places = np.unique([*(tokens[word] for word in words), *self._ahead[:ahead]], return_inverse=True)
        places = places.tolist()
        word2Ind = dict(zip(words, places[: len(words)], strict=True))
        samples = places[len(words) :]

        def nth(n: int) -> int:
            if n == len(samples):
                raise NoDrawsLeft
            return samples[n]

        prepared = _Prepared(word2Ind, nth)
        loss, by_center, by_outside = self.model(
            center,
            size,
            outside,
            word2Ind,
            wordVectors[rows],
            wordVectors[rows + len(tokens)],
            prepared,
            self.loss_function,
        )
        del self._ahead[: prepared.used]
        self._draws_a_word = max(self._draws_a_word or 0, prepared.used / len(outside))
        gradient[rows] += by_center
        gradient[rows + len(tokens)] += by_outside
        return float(loss)

    def _add_whole(self, center, size, outside, wordVectors, gradient) -> float:
        """Run one window on the whole tables, and see how many negative samples it draws."""
        tokens = self.dataset.tokens()
        prepared = _Prepared(tokens, self._nth_draw)
        center_vectors, outside_vectors = wordVectors[: len(tokens)].copy(), wordVectors[len(tokens) :].copy()
        loss, by_center, by_outside = self.model(
            center, size, outside, tokens, center_vectors, outside_vectors, prepared, self.loss_function
        )
        del self._ahead[: prepared.used]
        self._draws_a_word = prepared.used / len(outside)
        gradient[: len(tokens)] += by_center
        gradient[len(tokens) :] += by_outside
        return float(loss)
