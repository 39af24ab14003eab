# fails: q1_distinct_words__examples
"""The words are turned into capitals. `All` and `all` are two different tokens of the corpus: leave them as they
are.
"""


def distinct_words(corpus):
    words = sorted({token.upper() for document in corpus for token in document})
    return words, len(words)
