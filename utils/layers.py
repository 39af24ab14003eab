"""Given parts of a3: a text as word ids, windows, and two optimisers.

The layers and models are the student's; the training loop is `utils.trainer`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

import numpy as np

from utils.sizes import positive_number, whole_number

END_OF_SENTENCE = "<eos>"


class UnknownWord(KeyError):
    """A word that the text does not have; the message names the nearest spellings."""

    def __str__(self) -> str:
        return self.args[0]


class WordIds(dict):
    """{word: id} of a text. Looking up a word that the text does not have raises UnknownWord, which is a KeyError."""

    def __missing__(self, word):
        known = [other for other in self if isinstance(other, str)]
        near = difflib.get_close_matches(word, known, n=3) if isinstance(word, str) else []
        advice = f"Near in spelling: {', '.join(near)}." if near else "Choose another word."
        raise UnknownWord(f"The text does not have the word {word!r}. {advice}")


def preprocess(text: str | Iterable[Sequence[str]]) -> tuple[np.ndarray, dict[str, int], dict[int, str]]:
    """Turn a text into word ids.

    text: one string, whose words are separated by blanks; or documents, each a list of words. A string is put into
    small letters; after each document comes the word "<eos>", as is usual for the Penn Treebank. Returns (corpus,
    word_to_id, id_to_word): corpus is an array (N,) of ids, which count from 0 in the order of first appearance. Raises
    ValueError for a text of fewer than two different words, and for documents that are strings.

    >>> preprocess("you say goodbye and i say hello")[0]
    array([0, 1, 2, 3, 4, 1, 5])
    """
    if isinstance(text, str):
        words = text.lower().split()
    else:
        documents = list(text)
        if any(isinstance(document, str) for document in documents):
            raise ValueError("A document is a list of words, and here one is a string: type document.split().")
        words = [word for document in documents for word in (*document, END_OF_SENTENCE)]
    word_to_id = WordIds()
    corpus = np.array([word_to_id.setdefault(word, len(word_to_id)) for word in words], dtype=np.int64)
    if len(word_to_id) < 2:
        raise ValueError(
            f"A model needs two or more different words; this text has {len(word_to_id)}. Is the right text loaded?"
        )
    return corpus, word_to_id, {number: word for word, number in word_to_id.items()}


def create_contexts_target(corpus, window_size: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """All full windows of a text.

    corpus: ids (N,). Returns (contexts (N - 2·window_size, 2·window_size), target (N - 2·window_size,)): row i of
    contexts holds the words on the left and on the right of target i, in the order of the text. Raises ValueError where
    not even one window fits, and for a corpus that does not hold ids.

    >>> create_contexts_target([0, 1, 2, 3], window_size=1)
    (array([[0, 2],
           [1, 3]]), array([1, 2]))
    """
    corpus = np.asarray(corpus)
    whole_number("window_size", window_size)
    if corpus.ndim != 1 or len(corpus) < 2 * window_size + 1:
        raise ValueError(
            f"A window with window_size {window_size} takes {2 * window_size + 1} words, and the corpus has the shape "
            f"{corpus.shape}. Type a smaller window_size, or load a longer text."
        )
    word_numbers("corpus", corpus)
    windows = np.lib.stride_tricks.sliding_window_view(corpus, 2 * window_size + 1)
    return np.delete(windows, window_size, axis=1), windows[:, window_size].copy()


def word_numbers(name: str, words: np.ndarray, rows: int | None = None) -> None:
    """Raise ValueError unless an array holds word ids: whole numbers from 0, below `rows` where that is given."""
    if words.dtype.kind not in "iu" or words.min(initial=0) < 0:
        raise ValueError(f"{name} has to hold word numbers, as preprocess makes them: whole numbers from 0.")
    if rows is not None and words.max(initial=0) >= rows:
        raise ValueError(
            f"{name} holds the word number {words.max()}, and the model's tables have {rows} rows: make the model with "
            "vocab_size=len(word_to_id)."
        )


def by_table(params: list[np.ndarray], grads: list[np.ndarray]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Each table of a model once, and the sum of its gradients.

    params and grads are lists of arrays in the same order. A table that several layers share may stand in params
    several times (the same array, not an equal one); its gradient is then the sum of the arrays at these places of
    grads, of which each counts once. Tables come in the order of their first places. Raises ValueError where the two
    lists differ in length.
    """
    if len(params) != len(grads):
        raise ValueError(
            f"params has {len(params)} arrays and grads {len(grads)}: each array of params needs its gradient at the "
            "same place of grads."
        )
    parts: dict[int, dict[int, np.ndarray]] = {}
    for param, grad in zip(params, grads, strict=True):
        parts.setdefault(id(param), {})[id(grad)] = grad
    tables = {id(param): param for param in params}
    sums = [next(iter(part.values())) if len(part) == 1 else sum(part.values()) for part in parts.values()]
    return list(tables.values()), sums


class SGD:
    """Stochastic gradient descent: each table goes `lr` times its gradient downhill, in place."""

    def __init__(self, lr: float = 0.01):
        self.lr = positive_number("The learning rate", lr)

    def update(self, params: list[np.ndarray], grads: list[np.ndarray]) -> None:
        """One step; params and grads as in `by_table`."""
        for table, grad in zip(*by_table(params, grads), strict=True):
            table -= self.lr * grad


class Adam:
    """Adam: steps of about `lr` in each entry, whatever the size of the gradient, in place.

    Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1.
    """

    def __init__(self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999):
        self.lr, self.beta1, self.beta2 = positive_number("The learning rate", lr), beta1, beta2
        self._steps = 0
        self._means: list[np.ndarray] = []
        self._squares: list[np.ndarray] = []

    def update(self, params: list[np.ndarray], grads: list[np.ndarray]) -> None:
        """One step; params and grads as in `by_table`."""
        tables, sums = by_table(params, grads)
        if not self._means:
            self._means = [np.zeros_like(table) for table in tables]
            self._squares = [np.zeros_like(table) for table in tables]
        self._steps += 1
        rate = self.lr * np.sqrt(1 - self.beta2**self._steps) / (1 - self.beta1**self._steps)
        for table, grad, mean, square in zip(tables, sums, self._means, self._squares, strict=True):
            mean += (1 - self.beta1) * (grad - mean)
            square += (1 - self.beta2) * (grad * grad - square)
            table -= rate * mean / (np.sqrt(square) + 1e-7)
