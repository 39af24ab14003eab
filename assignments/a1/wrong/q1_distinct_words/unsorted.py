# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The words are all there, but in the order in which they were first met (or in the order of a set, which changes
from run to run). Later steps number the rows by this list, so its order must be fixed: sort it.
"""


def distinct_words(corpus):
    words = list(dict.fromkeys(token for document in corpus for token in document))
    return words, len(words)
