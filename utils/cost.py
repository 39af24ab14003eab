"""Measures what one pair of words costs with the softmax and with negative sampling."""

from __future__ import annotations

import time

import numpy as np
from threadpoolctl import threadpool_limits


def cost_ratio(vocabularies, K: int, d: int) -> list[float]:
    """The time of the softmax's array products divided by that of negative sampling's, for each size of vocabulary.

    Both losses make a score for each row that takes part, and a gradient row for each score. The softmax does so for
    all V rows, negative sampling for 1 + K rows that it first has to fetch.
    """
    generator = np.random.default_rng(0)
    ratios = []
    for V in vocabularies:
        table, v_c = generator.normal(size=(V, d)), generator.normal(size=d)
        few = generator.integers(V, size=1 + K)
        with threadpool_limits(1):  # several threads spend processor time on waiting for each other
            all_rows = _seconds(lambda table=table, v_c=v_c: np.outer(table @ v_c, v_c))
            some_rows = _seconds(lambda table=table, v_c=v_c, few=few: np.outer(table[few] @ v_c, v_c))
        ratios.append(all_rows / some_rows)
    return ratios


def _seconds(work, at_least: float = 0.05) -> float:
    """Seconds of processor time that one call takes: the best of three batches of calls."""
    work()
    times, calls = [], 1
    while len(times) < 3:
        start = time.process_time()
        for _ in range(calls):
            work()
        taken = time.process_time() - start
        if taken < at_least / 3:
            calls *= 4
        else:
            times.append(taken / calls)
    return min(times)
