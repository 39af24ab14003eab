"""Given parts of a3: a text as word ids, windows, and two optimisers.

The layers and models are the student's; the training loop is `utils.trainer`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

END_OF_SENTENCE = "<eos>"


def preprocess(text: str | Iterable[Sequence[str]]) -> tuple[np.ndarray, dict[str, int], dict[int, str]]:
    """Turn a text into word ids.

    text: one string, whose words are separated by blanks; or documents, each a list of words. A string is put into
    small letters; after each document comes the word "<eos>", as is usual for the Penn Treebank. Returns (corpus,
    word_to_id, id_to_word): corpus is an array (N,) of ids, which count from 0 in the order of first appearance. Raises
    ValueError for a text of fewer than two distinct words.

    >>> preprocess("you say goodbye and i say hello")[0]
    array([0, 1, 2, 3, 4, 1, 5])
    """
    if isinstance(text, str):
        words = text.lower().split()
    else:
        words = [word for document in text for word in (*document, END_OF_SENTENCE)]
    word_to_id: dict[str, int] = {}
    corpus = np.array([word_to_id.setdefault(word, len(word_to_id)) for word in words], dtype=np.int64)
    if len(word_to_id) < 2:
        raise ValueError(
            f"The text has {len(word_to_id)} distinct words; a model needs two or more. Is the right text loaded?"
        )
    return corpus, word_to_id, {number: word for word, number in word_to_id.items()}


def create_contexts_target(corpus, window_size: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """All full windows of a text.

    corpus: ids (N,). Returns (contexts (N - 2·window_size, 2·window_size), target (N - 2·window_size,)): row i of
    contexts holds the words on the left and on the right of target i, in the order of the text. Raises ValueError where
    not even one window fits.

    >>> create_contexts_target([0, 1, 2, 3], window_size=1)
    (array([[0, 2],
           [1, 3]]), array([1, 2]))
    """
    corpus = np.asarray(corpus)
    whole_number("window_size", window_size)
    if corpus.ndim != 1 or len(corpus) < 2 * window_size + 1:
        raise ValueError(
            f"One window of {window_size} words on each side takes {2 * window_size + 1} words, and the corpus has "
            f"shape {corpus.shape}. Type a smaller window_size, or load a longer text."
        )
    windows = np.lib.stride_tricks.sliding_window_view(corpus, 2 * window_size + 1)
    return np.delete(windows, window_size, axis=1), windows[:, window_size].copy()


def whole_number(name: str, value, least: int = 1) -> int:
    """The value, if it is a whole number of at least `least`; else a ValueError that says so."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
        raise ValueError(f"{name} is {value!r}; a whole number of at least {least} is wanted.")
    return int(value)


def learning_rate(value) -> float:
    """The value, if it is a number above 0; else a ValueError that says so."""
    if not isinstance(value, int | float) or not 0 < value < float("inf"):
        raise ValueError(f"The learning rate is {value!r}; a number above 0 is wanted, 0.001 for example.")
    return float(value)


class SGD:
    """Stochastic gradient descent: each parameter goes `lr` times its gradient downhill, in place."""

    def __init__(self, lr: float = 0.01):
        self.lr = learning_rate(lr)

    def update(self, params: list[np.ndarray], grads: list[np.ndarray]) -> None:
        """One step; params and grads are lists of arrays in the same order."""
        for param, grad in zip(params, grads, strict=True):
            param -= self.lr * grad


class Adam:
    """Adam: steps of about `lr` in each entry, whatever the size of the gradient, in place.

    Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1.
    """

    def __init__(self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999):
        self.lr, self.beta1, self.beta2 = learning_rate(lr), beta1, beta2
        self._steps = 0
        self._means: list[np.ndarray] = []
        self._squares: list[np.ndarray] = []

    def update(self, params: list[np.ndarray], grads: list[np.ndarray]) -> None:
        """One step; params and grads are lists of arrays in the same order."""
        if not self._means:
            self._means = [np.zeros_like(param) for param in params]
            self._squares = [np.zeros_like(param) for param in params]
        self._steps += 1
        rate = self.lr * np.sqrt(1 - self.beta2**self._steps) / (1 - self.beta1**self._steps)
        for param, grad, mean, square in zip(params, grads, self._means, self._squares, strict=True):
            mean += (1 - self.beta1) * (grad - mean)
            square += (1 - self.beta2) * (grad * grad - square)
            param -= rate * mean / (np.sqrt(square) + 1e-7)
