"""With itertools: chain and groupby."""

import itertools


def distinct_words(corpus):
    everything = itertools.chain.from_iterable(corpus)
    runs = [key for key, _ in itertools.groupby(everything)]
    runs.sort()
    return runs, len(runs)
