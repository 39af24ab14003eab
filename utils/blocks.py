"""The given loop that trains on blocks of text, and a comparison of speeds.

The loss and the gradients of one block are the student's (assignment a3, part 5).
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from collections.abc import Callable

import numpy as np
from threadpoolctl import threadpool_limits
from tqdm import tqdm

from utils.layers import Adam, create_contexts_target, word_numbers
from utils.sizes import positive_number, whole_number
from utils.trainer import LossCurve, Trainer, check_finite, check_tables

DOCUMENT = 10_000  # gensim reads no more words of one document


class BlockTrainer(LossCurve):
    """Trains skip-gram vectors block by block.

    The student's function gets (block, W_in, W_out, window_size, negatives, sample_size) and returns the loss and, for
    each of the two tables, (words, rows). Attributes: `word_vecs`, the input table (V, H); `losses`, the mean loss of a
    word, for each tenth of an epoch.
    """

    def __init__(self, block_gradients: Callable, corpus, hidden_size: int = 100, window_size: int = 5, seed: int = 0):
        super().__init__()
        self._corpus = np.asarray(corpus)
        whole_number("hidden_size", hidden_size)
        self._window = whole_number("window_size", window_size)
        if self._corpus.ndim != 1 or len(self._corpus) < 2:
            raise ValueError(
                f"The corpus has shape {self._corpus.shape}; word numbers (N,) are wanted, as preprocess makes them."
            )
        word_numbers("corpus", self._corpus)
        if self._corpus.min() == self._corpus.max():
            raise ValueError("The corpus has one word only; a model needs two or more different words.")
        if self._window >= len(self._corpus):
            raise ValueError(
                f"window_size is {self._window}, and the corpus has {len(self._corpus)} words: type a smaller one."
            )
        self._gradients = block_gradients
        self._random = np.random.default_rng(seed)
        shape = (self._corpus.max() + 1, hidden_size)
        self._tables = [0.01 * self._random.standard_normal(shape, dtype=np.float32) for _ in range(2)]
        self._squares = [np.zeros(shape[0], dtype=np.float32) for _ in range(2)]
        weights = np.bincount(self._corpus) ** 0.75
        self._edges = np.cumsum(weights / weights.sum())
        self._edges[-1] = 1
        self._step = 0

    @property
    def word_vecs(self) -> np.ndarray:
        """The input vectors, as they are at the moment."""
        return self._tables[0]

    def fit(
        self, epochs: int = 10, lr: float = 0.2, block_size: int = 64, shared: int = 32, sample_size: int = 5
    ) -> None:
        """Go `epochs` times through the corpus, in blocks of `block_size` words that share `shared` negative samples.

        Each row of a table goes `lr` times its gradient downhill, divided by the root of the sum of its earlier squared
        gradients (Adagrad, one size for each row), so that frequent words take smaller and smaller steps. Raises
        ValueError for sizes that are none, and FloatingPointError, which names the step, when the loss or a table is no
        number any more.
        """
        positive_number("The learning rate", lr)
        for name, value in {"epochs": epochs, "shared": shared, "sample_size": sample_size}.items():
            whole_number(name, value)
        block_size = min(whole_number("block_size", block_size, 2), len(self._corpus))
        starts = np.arange(0, len(self._corpus) - block_size + 1, block_size)
        spare = len(self._corpus) - block_size - starts[-1]
        part = max(len(starts) // 10, 1)
        recent = []
        # the matrices are small: several threads would wait for each other
        with (
            threadpool_limits(1),
            tqdm(total=epochs * len(starts), unit="block", mininterval=1, file=sys.stdout) as bar,
        ):
            for epoch in range(1, epochs + 1):
                for start in self._random.permutation(starts + self._random.integers(spare + 1)):
                    block = self._corpus[start : start + block_size]
                    recent.append(self._take_step(block, lr, shared, sample_size, epoch) / block_size)
                    if self._step % part == 0:
                        self._add(self._step, float(np.mean(recent)))
                        bar.set_postfix(epoch=epoch, loss=f"{self.losses[-1]:.3f}", refresh=False)
                        recent = []
                    bar.update()
                check_tables(self._tables, f"block {self._step} (epoch {epoch})")

    def _take_step(self, block: np.ndarray, lr: float, shared: int, sample_size: int, epoch: int) -> float:
        self._step += 1
        negatives = np.searchsorted(self._edges, self._random.random(shared))
        loss, *parts = self._gradients(block, *self._tables, self._window, negatives, sample_size)
        check_finite(loss, f"block {self._step} (epoch {epoch})")
        for table, squares, (words, rows) in zip(self._tables, self._squares, parts, strict=True):
            squares[words] += np.mean(rows * rows, axis=1)
            table[words] -= lr * rows / np.sqrt(squares[words] + 1e-8)[:, np.newaxis]
        return float(loss)


def compare_speed(
    skip_gram, block_gradients: Callable, corpus, vocab_size: int, words: int = 20_000
) -> dict[str, float]:
    """Words a second of three ways to train skip-gram on `words` words, and a printed table of them.

    `skip_gram` is a model class for `Trainer`. All have window 5, 100 dimensions and 5 negative samples, and use every
    word and the whole window; gensim's compiled code runs in one thread.
    """
    text = np.resize(corpus, words)
    speeds = {}
    with threadpool_limits(1), contextlib.redirect_stdout(io.StringIO()):
        few = text[: max(words // 5, 200)]
        trainer = Trainer(skip_gram(vocab_size, 100, 5, corpus), Adam())
        windows = create_contexts_target(few, 5)
        trainer.fit(*windows, max_epoch=1, batch_size=100)  # once beforehand: memory is fetched, code is read
        speeds["layers"] = _speed(len(few), lambda: trainer.fit(*windows, max_epoch=1, batch_size=100))
        blocks = BlockTrainer(block_gradients, text)
        blocks.fit(epochs=1)
        speeds["blocks"] = _speed(words, lambda: blocks.fit(epochs=1))
        speeds["gensim, one thread"] = _gensim_speed(text)
    for way, speed in speeds.items():
        thousands = f"{speed:10,.0f}".replace(",", " ")
        print(f"{way:20}{thousands} words a second{speed / speeds['layers']:8.1f} times the layers")
    return speeds


def _gensim_speed(text: np.ndarray) -> float:
    from gensim.models import Word2Vec

    documents = [[str(word) for word in text[i : i + DOCUMENT]] for i in range(0, len(text), DOCUMENT)]
    model = Word2Vec(
        sg=1, negative=5, window=5, vector_size=100, min_count=1, sample=0, shrink_windows=False, workers=1, seed=1
    )
    model.build_vocab(documents)

    def train():
        model.train(documents, total_examples=len(documents), epochs=1)

    train()
    return _speed(len(text), train)


def _speed(words: int, act: Callable) -> float:
    start = time.perf_counter()
    act()
    return words / (time.perf_counter() - start)
