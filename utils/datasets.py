"""Data sets that word2vec draws from: a toy one, and one whose draws are written down beforehand.

A data set has `tokens()`, the index of each word; `sampleTokenIdx()`, the index of a random word; and
`getRandomContext(C)`, a centre word with up to C words on each side of it.
"""

from __future__ import annotations

import random


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
