"""Only words that occur once in the corpus are kept."""

from collections import Counter


def distinct_words(corpus):
    counts = Counter(t for d in corpus for t in d)
    words = sorted(w for w, n in counts.items() if n == 1)
    return words, len(words)
