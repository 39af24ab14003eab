"""itertools.chain, a tuple of list and length"""

from itertools import chain


def distinct_words(corpus):
    words = sorted(set(chain.from_iterable(corpus)))
    return (words, len(words))
