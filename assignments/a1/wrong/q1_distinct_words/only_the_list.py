# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The list is returned, its length is not. Two values are asked for: the list and how many words it holds."""


def distinct_words(corpus):
    return sorted({token for document in corpus for token in document})
