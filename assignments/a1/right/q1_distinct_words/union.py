"""the union of sets, the result as a list of two"""


def distinct_words(corpus):
    words = sorted(set().union(*corpus))
    return [words, len(words)]
