"""Data sets that word2vec draws from: a toy one, one whose draws are written down beforehand, and real texts.

A data set has `tokens()`, the index of each word; `sampleTokenIdx()`, the index of a random word; and
`getRandomContext(C)`, a centre word with up to C words on each side of it.
"""

from __future__ import annotations

import random
from collections import Counter

import numpy as np

from utils.sizes import positive_number


class TooManyDraws(RuntimeError):
    """One call asked a scripted data set for more draws than any answer needs."""


class ToyDataset:
    """Five words, a to e, all equally frequent. Draws come from Python's `random`, so `random.seed` repeats them."""

    def __init__(self, words: str = "abcde"):
        self._words = list(words)

    def tokens(self) -> dict[str, int]:
        """The index of each word."""
        return {word: index for index, word in enumerate(self._words)}

    def sampleTokenIdx(self) -> int:
        """The index of a random word."""
        return random.randrange(len(self._words))

    def getRandomContext(self, C: int = 5) -> tuple[str, list[str]]:
        """A random word, and 2·C random words as its outside words."""
        return random.choice(self._words), [random.choice(self._words) for _ in range(2 * C)]


class ScriptedDataset:
    """A data set whose draws are written down beforehand: it goes through `script`, over and over.

    After `limit` draws `TooManyDraws` is raised, so that an answer that asks without end is stopped.
    """

    def __init__(self, script, words=(), limit: int = 1000):
        self._script = [int(index) for index in script]
        self._words = list(words)
        self._limit = limit
        self._drawn = 0

    def __repr__(self) -> str:
        return f"ScriptedDataset({self._script})"

    def tokens(self) -> dict[str, int]:
        """The index of each word."""
        return {word: index for index, word in enumerate(self._words)}

    def sampleTokenIdx(self) -> int:
        """The next index of the script."""
        if self._drawn == self._limit:
            raise TooManyDraws(
                "sampleTokenIdx was called far too often: does a loop wait for something that never comes?"
            )
        self._drawn += 1
        return self._script[(self._drawn - 1) % len(self._script)]


class TextDataset:
    """Random windows and negative samples from a corpus, a list of documents that are lists of words.

    Negative samples are drawn in proportion to (number of occurrences)^power. Frequent words are thinned out, as in
    Mikolov et al. (2013): a word with the share p of all tokens is kept with the probability
    min(1, sqrt(subsample / p)), as a centre word and in the windows of others. Words that occur fewer than `least`
    times are left out altogether.

    Raises ValueError where no document has two words, and for a `subsample` that is not above 0.
    """

    def __init__(self, corpus, power: float = 0.75, subsample: float = 1e-3, least: int = 1, seed: int = 0):
        positive_number("subsample", subsample)
        counts = Counter(word for document in corpus for word in document)
        self.words = sorted(word for word, count in counts.items() if count >= least)
        self._index = {word: index for index, word in enumerate(self.words)}
        documents = [[self._index[word] for word in document if word in self._index] for document in corpus]
        documents = [document for document in documents if len(document) > 1]
        if not documents:
            raise ValueError("The corpus has no document of two or more words, so there are no windows to draw.")
        self._text = np.array([index for document in documents for index in document])
        lengths = np.array([len(document) for document in documents])
        ends = np.cumsum(lengths)
        self._ends = np.repeat(ends, lengths)
        self._starts = np.repeat(ends - lengths, lengths)
        occurrences = np.array([counts[word] for word in self.words], dtype=float)
        keep = np.minimum(1, np.sqrt(subsample * occurrences.sum() / occurrences))
        self._keep = keep[self._text]
        self._center_sums = np.cumsum(self._keep)
        self._sample_sums = np.cumsum(occurrences**power)
        self.restart(seed)

    def restart(self, *key: int) -> None:
        """Begin anew with the random numbers that belong to the key; windows and samples have separate ones."""
        self._windows = np.random.default_rng([*key, 1])
        self._samples = np.random.default_rng([*key, 2])
        self._drawn: list[int] = []

    def tokens(self) -> dict[str, int]:
        """The index of each word; words are sorted."""
        return self._index

    def sampleTokenIdx(self) -> int:
        """The index of a random word, for negative samples."""
        if not self._drawn:
            points = self._samples.random(1000) * self._sample_sums[-1]
            self._drawn = np.searchsorted(self._sample_sums, points, side="right").tolist()[::-1]
        return self._drawn.pop()

    def getRandomContext(self, C: int = 5) -> tuple[str, list[str]]:
        """A random centre word and the words up to C places before and behind it in its document, at least one."""
        while True:
            point = self._windows.random() * self._center_sums[-1]
            place = int(np.searchsorted(self._center_sums, point, side="right"))
            start, end = max(self._starts[place], place - C), min(self._ends[place], place + C + 1)
            stays = self._windows.random(end - start) < self._keep[start:end]
            outside = [self.words[self._text[i]] for i in range(start, end) if i != place and stays[i - start]]
            if outside:
                return self.words[self._text[place]], outside
