"""The given training loop of a3, batch by batch through a model of layers; the loss curve; and files of vectors.

What a step computes is the student's; optimisers are in `utils.layers`; `utils.blocks` trains block by block.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from tqdm import tqdm

from utils.layers import word_numbers
from utils.plots import BLUE
from utils.sizes import whole_number


class LossCurve:
    """The mean loss of each few steps, and a plot of it."""

    def __init__(self):
        self.losses: list[float] = []
        self._steps: list[int] = []

    def _add(self, step: int, loss: float) -> None:
        self._steps.append(step)
        self.losses.append(loss)

    def plot(self) -> None:
        """Draw the loss curve. Before the first `fit` a sentence is printed instead."""
        if not self.losses:
            print("There is no loss to draw yet: type trainer.fit(…) first.")
            return
        _, axes = plt.subplots(figsize=(7.5, 3.5))
        axes.plot(self._steps, self.losses, color=BLUE, lw=1.2)
        axes.set(xlabel="step", ylabel="loss", title="Loss during training", ylim=(0, None))
        plt.show()


class Trainer(LossCurve):
    """Trains a model of layers: `params`, `grads`, `forward(contexts, target)` and `backward()`.

    `params` may name a table once, or once for each layer that uses it: see `utils.layers.by_table`.
    Attribute `losses`: the mean loss of each `eval_interval` steps.
    """

    def __init__(self, model, optimizer):
        super().__init__()
        self.model, self.optimizer = model, optimizer
        self._step = 0

    def fit(self, contexts, target, max_epoch: int = 10, batch_size: int = 100, eval_interval: int = 20) -> None:
        """Go `max_epoch` times through the windows, each time in another order.

        contexts (N, 2w), target (N,). The last windows of an epoch that fill no batch wait for the next epoch. Raises
        ValueError for what cannot be trained on, and FloatingPointError, which names the step, when the loss or a table
        is no number any more.
        """
        contexts, target = np.asarray(contexts), np.asarray(target)
        if contexts.ndim != 2 or target.shape != contexts.shape[:1] or len(target) == 0:
            raise ValueError(
                f"contexts has shape {contexts.shape} and target {target.shape}; (N, 2·window) and (N,) are wanted, as "
                "create_contexts_target returns them."
            )
        if empty := [table.shape for table in self.model.params if table.size == 0]:
            raise ValueError(f"A table of the model has the shape {empty[0]}; each length has to be 1 or more.")
        for name, words in (("contexts", contexts), ("target", target)):
            word_numbers(name, words, len(self.model.params[0]))
        whole_number("max_epoch", max_epoch)
        whole_number("batch_size", batch_size)
        whole_number("eval_interval", eval_interval)
        batch_size = min(batch_size, len(target))
        batches = len(target) // batch_size
        recent = []
        with tqdm(total=max_epoch * batches, unit="step", mininterval=1, file=sys.stdout) as bar:
            for epoch in range(1, max_epoch + 1):
                order = np.random.permutation(len(target))[: batches * batch_size]
                for rows in order.reshape(batches, batch_size):
                    self._step += 1
                    loss = self.model.forward(contexts[rows], target[rows])
                    check_finite(loss, f"step {self._step} (epoch {epoch})")
                    self.model.backward()
                    self.optimizer.update(self.model.params, self.model.grads)
                    recent.append(float(loss))
                    if self._step % eval_interval == 0:
                        self._add(self._step, float(np.mean(recent)))
                        bar.set_postfix(epoch=epoch, loss=f"{self.losses[-1]:.3f}", refresh=False)
                        recent = []
                    bar.update()
                check_tables(self.model.params, f"step {self._step} (epoch {epoch})")


ADVICE = "The numbers have become too large: start again with a fresh model and a smaller learning rate."


def check_finite(loss, step: str) -> None:
    """Raise FloatingPointError with the step's name where a loss is infinite or no number."""
    if not np.isfinite(loss):
        raise FloatingPointError(f"The loss is {loss} at {step}. {ADVICE}")


def check_tables(tables: Sequence[np.ndarray], step: str) -> None:
    """Raise FloatingPointError with the step's name where a table is no number; the loss shows it a step later."""
    if not all(np.isfinite(table).all() for table in tables):
        raise FloatingPointError(f"The vectors are no numbers any more after {step}. {ADVICE}")


class NotTrained:
    """Stands where a trained model or its vectors are missing; whatever is asked of it raises NotImplementedError."""

    def __init__(self, advice: str):
        self._advice = advice

    def __getattr__(self, name: str):
        raise NotImplementedError(self._advice)

    def __array__(self, *args, **kwargs):
        raise NotImplementedError(self._advice)


def save_vectors(path: str | Path, word_to_id: Mapping[str, int], word_matrix) -> None:
    """Save word vectors without pickle: *.npz for NumPy, or *.txt in word2vec's format for gensim and others.

    word_matrix: (V, H), its row word_to_id[word] belongs to the word. A .npz file holds `words` and `vectors`; a .txt
    file is read by gensim's KeyedVectors.load_word2vec_format. Raises ValueError for another ending, for a matrix of
    another shape and for words that the file can't hold, FloatingPointError for vectors that are no numbers.
    """
    path, words, vectors = Path(path), sorted(word_to_id, key=word_to_id.get), np.asarray(word_matrix)
    if vectors.ndim != 2 or not words or not {*word_to_id.values()} <= {*range(len(vectors))}:
        raise ValueError(f"The vectors have the shape {vectors.shape}; a row for each of {len(words)} words is wanted.")
    vectors = vectors[[word_to_id[word] for word in words]]
    check_tables([vectors], "the training")
    if path.suffix == ".npz":
        np.savez_compressed(path, words=np.array(words), vectors=vectors)
    elif path.suffix == ".txt":
        from gensim.models import KeyedVectors

        if blank := [word for word in words if len(word.split()) != 1]:
            raise ValueError(f"A word in a .txt file has no blanks, and {blank[0]!r} has: save the vectors as .npz.")
        keyed = KeyedVectors(vectors.shape[1])
        keyed.add_vectors(words, vectors)
        keyed.save_word2vec_format(str(path))
    else:
        raise ValueError(f"{path.name} ends in {path.suffix!r}; type a name that ends in .txt or .npz.")
