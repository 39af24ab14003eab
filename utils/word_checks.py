"""Checks results that go with words: lists of neighbours, and gradients of some rows of a table (assignment a3)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from utils.checks import Outcome
from utils.show import shown


def check_neighbours(outcome: Outcome, wanted: Sequence[tuple[str, float]], hint: str = "") -> None:
    """Check a list of pairs (word, similarity), the most similar first."""
    found = outcome.value
    text = f"the list {shown([(word, round(float(similarity), 4)) for word, similarity in wanted])}"
    pairs = isinstance(found, list | tuple) and all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in found)
    if not pairs or not all(isinstance(word, str) for word, _ in found):
        outcome.fail(text, "a list of pairs (word, similarity)")
    if [str(word) for word, _ in found] != [word for word, _ in wanted]:
        outcome.fail(text, hint, shown([(str(word), _rounded(similarity)) for word, similarity in found]))
    similarities = [similarity for _, similarity in found]
    Outcome(outcome.call, similarities, "similarities").close_to([s for _, s in wanted], hint, rtol=1e-5, atol=1e-6)


def _rounded(value):
    return round(float(value), 4) if isinstance(value, int | float | np.number) else value


def check_sums(outcome: Outcome, wanted: np.ndarray, hint: str = "") -> None:
    """Check (words, rows): each word once, with the sum of its gradients; other words have the gradient zero.

    wanted: the gradient with respect to the whole table, (V, H).
    """
    words, rows = outcome.parts("words", "rows")
    length = len(words.value) if isinstance(words.value, list | tuple) or np.ndim(words.value) else 0
    numbers = words.array((length,), "a list or an array of word numbers")
    if numbers.size == 0 or not np.isin(numbers, np.arange(len(wanted))).all():
        words.fail(f"word numbers from 0 to {len(wanted) - 1}")
    if len(np.unique(numbers)) < len(numbers):
        words.fail("each word once", "add the rows of a word up first")
    table = np.zeros(wanted.shape)
    table[numbers.astype(int)] = rows.array((len(numbers), wanted.shape[1]), "one row for each word")
    name = f"{outcome.name}, written into a table of zeros"
    kind = getattr(rows.value, "dtype", None)
    Outcome(outcome.call, table.astype(kind) if kind == np.float32 else table, name).close_to(wanted, hint, 1e-5, 1e-7)
