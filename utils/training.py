"""Training of word vectors with the student's functions: progress, loss curve, saving and going on.

Which rows a batch touches, and its loss and gradient, are the matter of `utils.windows`; the steps are those of the
student's sgd.
"""

from __future__ import annotations

import json
import os
import sys
import tokenize
import zipfile
import zlib
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from tqdm import tqdm

from utils.sizes import positive_number, whole_number
from utils.windows import WindowBatches

FORMAT = "word2vec workbook, training of word vectors, 1"
HALVING = 20_000  # sgd halves its step size after so many steps
DAMAGE = (  # what np.load raises for files that np.savez did not write, or of which a part is lost
    OSError,
    EOFError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    RuntimeError,
    OverflowError,
    MemoryError,
    SystemError,
    tokenize.TokenError,
    zlib.error,
    zipfile.BadZipFile,
)


class TrainingFileError(ValueError):
    """A file that is not a saved training, or the training of something else; the message says what to do."""


class TrainingFault(ValueError):
    """Training cannot go on; the message names the step and what to try."""


def constant_slope(x: np.ndarray) -> tuple[float, np.ndarray]:
    """A gradient of ones, whatever x is: what an optimiser makes of it shows its step sizes. Returns (0.5, ones)."""
    return 0.5, np.ones(x.shape)


class Training:
    """Word vectors that learn from random windows.

    model: skipgram or cbow; loss_function: the loss of one pair; dataset: a TextDataset. The centre vectors begin with
    small random numbers, the outside vectors with zeros. `losses` holds the mean loss of the batch of each step.
    Raises ValueError for sizes that are none.
    """

    def __init__(
        self,
        model,
        loss_function,
        dataset,
        dimensions: int = 10,
        window_size: int = 5,
        batch_size: int = 50,
        seed: int = 0,
    ):
        sizes = {"dimensions": dimensions, "window_size": window_size, "batch_size": batch_size}
        for name, value in sizes.items():
            whole_number(name, value)
        whole_number("seed", seed, least=0)
        self.dataset = dataset
        self.batches = WindowBatches(model, loss_function, dataset, window_size, batch_size, seed)
        self.settings = {
            "model": model.__name__,
            "loss": loss_function.__name__,
            "dimensions": dimensions,
            "window_size": window_size,
            "batch_size": batch_size,
            "seed": seed,
        }
        words = len(dataset.tokens())
        start = (np.random.default_rng(seed).random((words, dimensions)) - 0.5) / dimensions
        self.wordVectors = np.concatenate([start, np.zeros((words, dimensions))])
        self.losses: list[float] = []

    def __repr__(self) -> str:
        return f"<Training of {self.settings['model']}: {len(self.losses)} steps done>"

    @property
    def centerWordVectors(self) -> np.ndarray:
        """The upper half of the table, (V, d)."""
        return self.wordVectors[: len(self.wordVectors) // 2]

    @property
    def outsideVectors(self) -> np.ndarray:
        """The lower half of the table, (V, d)."""
        return self.wordVectors[len(self.wordVectors) // 2 :]

    def run(
        self, sgd, step: float, iterations: int, path: str | None = None, save_every: int = 500, quiet: bool = False
    ):
        """Train with the student's sgd until `iterations` steps are done in all; returns this training.

        With a path, the training is saved there every `save_every` steps, at the end and when it is interrupted; where
        the file exists, the training goes on from there. A file that is damaged or of another training raises
        TrainingFileError, a loss or a table that is not a number TrainingFault, a size that is none ValueError.
        """
        positive_number("step", step)
        whole_number("iterations", iterations)
        whole_number("save_every", save_every)
        if path is not None and Path(path).is_dir():
            raise TrainingFileError(f"{path!r} is a folder. Give the name of a file in it, such as a2_training.npz.")
        if path is not None and Path(path).exists():
            self.load(path)
            print(f"{path} holds {len(self.losses)} steps; going on from there.")
        before = len(self.losses)
        with tqdm(
            total=iterations, initial=before, unit="step", disable=quiet, mininterval=0.5, file=sys.stdout
        ) as bar:
            try:
                while len(self.losses) < iterations:
                    self._run_block(sgd, step, iterations, path, save_every, bar)
            except KeyboardInterrupt:
                del self.losses[self.batches.next_batch :]
                print(f"Stopped after {len(self.losses)} steps. Run the cell again to go on.")
        if path is not None and len(self.losses) > before:
            self._save_or_say(path)
        return self

    def _run_block(self, sgd, step, iterations, path, save_every, bar) -> None:
        """Steps up to the next halving of the step size, so that a training that goes on halves where it should."""
        done = len(self.losses)
        self.batches.next_batch = done

        def f(wordVectors):
            self.wordVectors = wordVectors
            if path is not None and len(self.losses) > done and len(self.losses) % save_every == 0:
                self._save_or_say(path)
            loss, gradient = self.batches(wordVectors)
            if not np.isfinite(loss):
                raise TrainingFault(
                    f"The loss of step {len(self.losses) + 1} is not a number. Try a smaller step size, and look "
                    "at the logarithms in your loss function."
                )
            self.losses.append(loss)
            bar.update()
            if len(self.losses) % 20 == 0:
                bar.set_postfix(loss=f"{np.mean(self.losses[-200:]):.3f}", refresh=False)
            return loss, gradient

        block = min(iterations, (done // HALVING + 1) * HALVING) - done
        self.wordVectors = sgd(f, self.wordVectors, step / 2 ** (done // HALVING), block, PRINT_EVERY=block + 1)
        if len(self.losses) != done + block:
            raise TrainingFault(f"sgd was asked for {block} steps and made {len(self.losses) - done}.")
        if not np.isfinite(self.wordVectors).all():
            raise TrainingFault(
                f"The vectors are no numbers any more after step {len(self.losses)}. Try a smaller step size."
            )

    def _save_or_say(self, path: str) -> None:
        try:
            self.save(path)
        except OSError as error:
            print(f"The training goes on, but {path} could not be written: {error}.")

    def save(self, path: str) -> None:
        """Write vectors, losses and settings to a .npz file, which replaces the old one only when it is complete."""
        unfinished = Path(f"{path}.unfinished")
        with open(unfinished, "wb") as file:
            np.savez(
                file,
                format=FORMAT,
                settings=json.dumps(self.settings),
                words=np.array(self.dataset.words),
                wordVectors=self.wordVectors,
                losses=np.array(self.losses),
            )
        os.replace(unfinished, path)

    def load(self, path: str) -> None:
        """Take vectors and losses from a file that `save` wrote; nothing changes where that is refused."""
        other = f"Give another path, or delete {path} to begin anew."
        try:
            with np.load(path, allow_pickle=False) as file:
                if str(file["format"]) != FORMAT:
                    raise ValueError("it has another format")
                settings, words = dict(json.loads(str(file["settings"]))), file["words"].tolist()
                vectors, losses = np.asarray(file["wordVectors"]), np.asarray(file["losses"])  # bytes where damaged
        except DAMAGE as error:
            raise TrainingFileError(f"{path} is not a saved training, or it is damaged. {other}") from error
        if settings != self.settings:
            differ = [
                f"{name} {settings.get(name)!r}" for name in self.settings if settings.get(name) != self.settings[name]
            ]
            raise TrainingFileError(f"{path} holds a training with {', '.join(differ)}, and this one differs. {other}")
        if words != self.dataset.words:
            raise TrainingFileError(f"{path} holds a training on another text: its words are others. {other}")
        sound = (
            vectors.shape == self.wordVectors.shape
            and losses.ndim == 1
            and vectors.dtype.kind == losses.dtype.kind == "f"
        )
        if not (sound and np.isfinite(vectors).all() and np.isfinite(losses).all()):
            raise TrainingFileError(f"{path} is a saved training, but its numbers are damaged. {other}")
        self.wordVectors, self.losses = vectors, losses.tolist()

    def plot_losses(self, mean_over: int = 100) -> None:
        """Draw the loss of each batch, and its mean over the last `mean_over` batches.

        Before the first step a sentence is printed instead.
        """
        if not self.losses:
            print("There is no loss to draw yet: run the training first.")
            return
        losses = np.array(self.losses)
        steps = np.arange(1, len(losses) + 1)
        plt.figure(figsize=(7.5, 3.6))
        plt.plot(steps, losses, color="#C9DDEA", linewidth=0.6, label="one batch")
        if len(losses) >= mean_over:
            means = np.convolve(losses, np.ones(mean_over) / mean_over, mode="valid")
            plt.plot(steps[mean_over - 1 :], means, linewidth=2, label=f"mean of {mean_over} batches")
        plt.xlabel("step")
        plt.ylabel("loss of a window")
        for line in plt.legend().get_lines():
            line.set_linewidth(2)  # a line of one batch is too thin for the legend
        plt.show()
