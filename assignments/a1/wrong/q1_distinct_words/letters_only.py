# fails: q1_distinct_words__any_corpus, q1_distinct_words__examples
"""Tokens that are not made of letters are left out. Numbers, punctuation and `<START>` are tokens like any other."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document if token.isalpha()})
    return words, len(words)
