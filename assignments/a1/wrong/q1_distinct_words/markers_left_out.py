# fails: q1_distinct_words__examples
"""The tokens `<START>` and `<END>` are left out. They are words like all others."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document} - {"<START>", "<END>"})
    return words, len(words)
