# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The set of words is made anew for every document, so that only the last document is left in it. Make the empty set
once, before the loop.
"""


def distinct_words(corpus):
    words = []
    for document in corpus:
        words = sorted(set(document))
    return words, len(words)
