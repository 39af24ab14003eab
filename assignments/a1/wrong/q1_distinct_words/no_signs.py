# fails: q1_distinct_words__examples
"""Signs are taken out of the tokens, so that `<START>` becomes `START`. Leave the tokens as they are."""


def distinct_words(corpus):
    words = sorted({"".join(c for c in token if c.isalnum()) for document in corpus for token in document})
    return words, len(words)
