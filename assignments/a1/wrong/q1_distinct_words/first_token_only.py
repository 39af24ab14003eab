# fails: q1_distinct_words__examples
"""Only the first token of the corpus is collected. Look at where `return` stands."""


def distinct_words(corpus):
    words = [corpus[0][0]]
    return words, len(words)
