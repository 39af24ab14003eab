"""Checks negative samples: what no row may hold, and whether the words come as often as they should.

Which distribution is wanted is said by the test cells; how sure the checks are was measured by
benchmarks/sampler_power.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.stats import chi2

from utils.checks import Outcome

FALSE_ALARM = 1e-7


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
    for row, (drawn, word) in enumerate(zip(words.tolist(), target.tolist(), strict=True)):
        if word in drawn:
            outcome.fail(
                f"no sample that is the target of its row, which is {word} in row {row}",
                "each row leaves out its own target; what comes instead is drawn again from all the others",
                f"row {row}: {drawn}",
            )
        if len(set(drawn)) < sample_size:
            outcome.fail(
                f"{sample_size} different words in each row",
                "within a row no word is drawn twice",
                f"row {row}: {drawn}",
            )
    return words


def check_frequencies(outcome: Outcome, target, wanted: Mapping[int, Sequence[float]], hint: str = "") -> None:
    """Check how often each word was drawn, given the target, for samplers of one sample a row.

    target: (B,). wanted: target -> probability of each word, (V,), given that the target is left out. Each expected
    count should be 20 or more. By chance a right answer fails once in ten million times (Pearson's chi-square test over
    all targets together).
    """
    target = np.asarray(target)
    drawn = check_rows(outcome, target, 1, len(next(iter(wanted.values()))))[:, 0]
    chance, came_back, about = frequency_chance(drawn, target, wanted)
    if chance < FALSE_ALARM:
        outcome.fail(about, hint, came_back)


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
