"""Right, unusual: sorts all tokens with duplicates and keeps one of each run with itertools.groupby; counts with sum."""

import itertools as it


def distinct_words(corpus):
    result = [key for key, _ in it.groupby(sorted(sum(corpus, [])))]
    number = sum(1 for _ in result)
    return result, number
