"""Compares the training wrapper of utils with a plain one that hands over whole tables: speed, and the numbers.

Both use the same functions (a2's reference answers), the same windows and the same negative samples, in the setting of
the original course: 10 dimensions, windows of 5, batches of 50, 10 negative samples. The text is the Stanford Sentiment
Treebank where it is there (WORKBOOK_DATA), else the one that comes in its place:

    python benchmarks/bench_training.py [steps of the plain wrapper]
"""

from __future__ import annotations

import sys
import time

import numpy as np

from grading.build import HOME, read_assignment
from grading.cases import reference_answers
from grading.local import given_namespace
from utils.corpora import load_corpus
from utils.datasets import TextDataset
from utils.windows import WindowBatches

WINDOW, BATCH, DIMENSIONS, STEP = 5, 50, 10, 0.3


def plain_batches(model, loss_function, dataset, seed: int = 0):
    """f(wordVectors) as a plain wrapper makes it: every window gets both tables, and whole gradients are added up."""
    batch = 0

    def f(wordVectors):
        nonlocal batch
        dataset.restart(seed, batch)
        sizes = np.random.default_rng([seed, batch]).integers(1, WINDOW + 1, BATCH)
        batch += 1
        half = len(wordVectors) // 2
        loss, gradient = 0.0, np.zeros(wordVectors.shape)
        for size in sizes:
            center, outside = dataset.getRandomContext(int(size))
            one, by_center, by_outside = model(
                center,
                int(size),
                outside,
                dataset.tokens(),
                wordVectors[:half],
                wordVectors[half:],
                dataset,
                loss_function,
            )
            loss += one / BATCH
            gradient[:half] += by_center / BATCH
            gradient[half:] += by_outside / BATCH
        return loss, gradient

    return f


def timed(f, sgd, start, steps: int) -> tuple[float, np.ndarray]:
    """(steps a second of processor time, the vectors after these steps)."""
    began = time.process_time()
    vectors = sgd(f, start.copy(), STEP, steps, PRINT_EVERY=steps + 1)
    return steps / (time.process_time() - began), vectors


def main() -> None:
    """Print both speeds, their ratio, and how far the vectors are apart after the same steps."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    master = read_assignment(HOME, "a2")
    space = given_namespace(master)
    for source in reference_answers(master).values():
        exec(source, space)
    dataset = TextDataset(load_corpus("sst"), subsample=1e-5)
    words = len(dataset.tokens())
    start = np.concatenate([np.random.default_rng(0).random((words, DIMENSIONS)) - 0.5, np.zeros((words, DIMENSIONS))])
    start /= DIMENSIONS
    functions = space["skipgram"], space["negSamplingLossAndGradient"], dataset
    plain, wanted = timed(plain_batches(*functions), space["sgd"], start, steps)
    _, found = timed(WindowBatches(*functions, WINDOW, BATCH), space["sgd"], start, steps)
    fast, _ = timed(WindowBatches(*functions, WINDOW, BATCH), space["sgd"], start, 10 * steps)
    print(f"{words} words, {DIMENSIONS} dimensions, batches of {BATCH} windows, on one core")
    print(f"plain wrapper: {plain:8.2f} steps a second, {1 / plain:.4f} s a step")
    print(f"utils.windows: {fast:8.2f} steps a second, {1 / fast:.4f} s a step")
    apart = np.abs(found - wanted).max()
    print(f"ratio {fast / plain:.1f}; the vectors after {steps} steps differ by {apart:.1e} at most")


if __name__ == "__main__":
    main()
