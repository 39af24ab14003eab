# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""Repeats are removed only where they stand side by side. `itertools.groupby` and a comparison with the word before
do this; they remove all repeats only from a list that is already sorted.
"""


def distinct_words(corpus):
    tokens = [token for document in corpus for token in document]
    words = sorted(token for i, token in enumerate(tokens) if i == 0 or token != tokens[i - 1])
    return words, len(words)
