# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""Only the words of the first document are collected. The loop must reach every document before it returns: look at
where `return` stands, and at whether an index is fixed.
"""


def distinct_words(corpus):
    words = sorted(set(corpus[0])) if corpus else []
    return words, len(words)
