# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The words are sorted by how often they occur. Asked for is the order in which Python sorts strings."""

from collections import Counter


def distinct_words(corpus):
    counts = Counter(token for document in corpus for token in document)
    words = [word for word, _ in counts.most_common()]
    return words, len(words)
