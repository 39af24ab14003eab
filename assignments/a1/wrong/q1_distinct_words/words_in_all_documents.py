# fails: q1_distinct_words__examples
"""Only words that stand in every document are kept. Asked for are the words of any document: the union of the sets,
not the intersection.
"""


def distinct_words(corpus):
    words = sorted(set.intersection(*map(set, corpus)))
    return words, len(words)
