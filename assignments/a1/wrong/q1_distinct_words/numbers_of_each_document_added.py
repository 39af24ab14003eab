# fails: q1_distinct_words__examples
"""The numbers of distinct words of the documents are added up, so that a word of two documents counts twice. Return
the length of the list.
"""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})
    return words, sum(len(set(document)) for document in corpus)
