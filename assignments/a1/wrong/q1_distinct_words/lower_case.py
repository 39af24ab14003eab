# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The words are turned into small letters. `All` and `all` are two different tokens of the corpus: leave them as they
are, or else a later look-up of `All` fails.
"""


def distinct_words(corpus):
    words = sorted({token.lower() for document in corpus for token in document})
    return words, len(words)
