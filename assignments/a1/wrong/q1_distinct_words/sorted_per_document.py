# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The words of each document are sorted, and then the documents are put one after the other. The list as a whole is
not sorted, and a word of two documents stands in it twice.
"""


def distinct_words(corpus):
    words = []
    for document in corpus:
        words += sorted(set(document))
    return words, len(words)
