"""Checks negative samples: what no row may hold, and whether the words come as often as they should.

Draws are random, so a wrong sampler is known by what its rows have in common, and not by their numbers. Which
distribution is wanted is said by the test cells; how sure the checks are was measured by benchmarks/sampler_power.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

import numpy as np
from scipy.stats import chi2

from utils.checks import Outcome

FALSE_ALARM = 1e-7
FITS = 1e-3  # a distribution explains the draws where its chance is above this
MANY_ROWS = 20  # with fewer rows what they have in common may be an accident
POWERS = (0, 0.25, 0.5, 0.75, 1, 1.5, 2)


def check_rows(outcome: Outcome, target, sample_size: int, vocab_size: int) -> np.ndarray:
    """Check rows of negative samples, (B, sample_size): word numbers, none twice in a row, none the row's target.

    Returns the samples as an array of whole numbers.
    """
    target = np.asarray(target)
    shape = (len(target), sample_size)
    found = outcome.array(shape, "one row for each target, one column for each sample")
    words = found.astype(int, copy=True) if np.isfinite(found).all() else np.full(shape, -1)
    if not (words == found).all() or not ((words >= 0) & (words < vocab_size)).all():
        outcome.fail(f"word numbers from 0 to {vocab_size - 1}")
    own, repeated = (words == target[:, np.newaxis]).any(axis=1), repeats(words)
    for bad, wanted, hint in (
        (
            own,
            "no sample that is the target of its row",
            "each row leaves out its own target; what comes instead is drawn again from all the others",
        ),
        (repeated, f"{sample_size} different words in each row", "within a row no word is drawn twice"),
    ):
        if bad.any():
            row = int(np.flatnonzero(bad)[0])
            came = f"row {row}, whose target is {target[row]}: {words[row].tolist()}"
            outcome.fail(wanted, hint, came, rows_hint(words, target))
    return words


def repeats(words: np.ndarray) -> np.ndarray:
    """Which rows of (B, K) hold a word twice: (B,) of truth values."""
    ordered = np.sort(words, axis=1)
    return (ordered[:, 1:] == ordered[:, :-1]).any(axis=1)


def rows_hint(words: np.ndarray, target: np.ndarray) -> str:
    """What rows of samples, (B, K), tell about how they were drawn; "" where they tell nothing for sure."""
    own, repeated = (words == target[:, np.newaxis]).any(axis=1), repeats(words)
    rows, often = len(words), f"{int(repeated.sum())} hold a word twice and {int(own.sum())} hold their own target"
    if rows < MANY_ROWS:
        return ""
    if (words == words[0, 0]).all():
        return f"every number is {words[0, 0]}: was anything written into the array?"
    if (words == words[0]).all():
        return (
            f"all {rows} rows are the same: one row was drawn and used for the whole batch. Draw one for each target."
        )
    if own.any() and repeated.any():
        return (
            f"of {rows} rows {often}: all words seem to be drawn alike, with replacement, and the target among them. "
            "Draw again what breaks a condition."
        )
    if repeated.any():
        return (
            f"no row holds its own target, but {int(repeated.sum())} of {rows} hold a word twice: the words of a row "
            "are drawn with replacement."
        )
    clean = [int(word) for word in np.unique(target) if not own[target == word].any()]
    if len(clean) == 1 and np.sum(target == clean[0]) >= MANY_ROWS:
        return f"only the target {clean[0]} never comes in its own rows: is the same target left out of all rows?"
    return (
        f"no row holds a word twice, but {int(own.sum())} of {rows} hold their own target: it can be drawn like any "
        "other word."
    )


def check_frequencies(
    outcome: Outcome, target, shares: Sequence[float], hint: str = "", counts: Sequence[int] | None = None
) -> None:
    """Check how often each word was drawn, given the target, for samplers of one sample a row.

    target: (B,). shares: the probability of each of a few words, (V,), when no target is left out. counts: how often
    each word stands in the corpus; they serve only to say what a wrong answer did. Each expected count should be 20 or
    more. By chance a right answer fails once in ten million times (Pearson's chi-square test over all targets).
    """
    target, shares = np.asarray(target), np.asarray(shares, dtype=float)
    drawn = check_rows(outcome, target, 1, len(shares))[:, 0]
    chance, came_back, about = frequency_chance(drawn, target, without_target(shares, target))
    if chance < FALSE_ALARM:
        outcome.fail(about, hint, came_back, frequency_hint(drawn, target, shares, counts))


def without_target(shares, target) -> dict[int, np.ndarray]:
    """target -> the probability of each word, (V,), given that this target is left out."""
    rows = {int(word): np.where(np.arange(len(shares)) == word, 0.0, shares) for word in np.unique(target)}
    return {word: row / row.sum() for word, row in rows.items()}


def frequency_hint(drawn: np.ndarray, target: np.ndarray, shares: np.ndarray, counts=None) -> str:
    """What the draws of a wrong sampler, (B,), tell about its distribution, where one known mistake explains them."""
    found = [text for text, wanted in _mistakes(target, shares, counts) if _fits(drawn, target, wanted)]
    return found[0] if len(found) == 1 else ""


def _mistakes(target, shares, counts) -> Iterator[tuple[str, dict[int, np.ndarray]]]:
    for power in POWERS if counts is not None else ():
        wrong = np.asarray(counts, dtype=float) ** power
        if not np.allclose(wrong / wrong.sum(), shares, atol=1e-4):
            what = {0: "all words come equally often, as", 1: "the words come as often as they stand in the corpus, as"}
            yield (
                f"{what.get(power, 'the words come as often as')} with the power {power:g}.",
                without_target(wrong, target),
            )
    for order in permutations(range(len(shares))):
        if moved := [word for word, place in enumerate(order) if word != place]:
            word, place = moved[0], order[moved[0]]
            yield (
                f"the shares belong to other words: word {word} comes as often as word {place} should. The share of "
                "word i has to stand at place i.",
                without_target(shares[list(order)], target),
            )
    for step, name in ((1, "after"), (-1, "before")):
        wanted = {word: np.array(shares, dtype=float) for word in without_target(shares, target)}
        for word, row in wanted.items():
            row[(word + step) % len(row)] += row[word]
            row[word] = 0.0
        yield f"where the target is drawn, the word {name} it seems to be taken: draw again instead.", wanted


def _fits(drawn, target, wanted: Mapping[int, np.ndarray]) -> bool:
    return frequency_chance(drawn, target, wanted)[0] > FITS


def frequency_chance(drawn, target, wanted: Mapping[int, Sequence[float]]) -> tuple[float, str, str]:
    """The chance that a right sampler differs from `wanted` as much as `drawn` (B,) does, or more.

    Returns (chance, the count that differs most as text, the expected count as text). Pearson's chi-square test, the
    null hypothesis being the distribution given that the target is left out.
    """
    distance, freedom, worst = 0.0, 0, (-1.0, "", "")
    for word, probabilities in wanted.items():
        counts = np.bincount(drawn[target == word], minlength=len(probabilities))
        expected = np.asarray(probabilities, dtype=float) * counts.sum()
        possible = np.flatnonzero(expected)
        parts = (counts[possible] - expected[possible]) ** 2 / expected[possible]
        distance, freedom = distance + parts.sum(), freedom + len(possible) - 1
        if parts.max() > worst[0]:
            other = possible[parts.argmax()]
            told = f"word {other} was drawn {counts[other]} times in {counts.sum()} rows with target {word}"
            worst = parts.max(), told, f"about {expected[other]:.0f} times"
    return float(chi2.sf(distance, freedom)), *worst[1:]
