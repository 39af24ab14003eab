# fails: q1_distinct_words__examples
"""The number is right, but the list holds every token, repeats included. Each word stands in it once."""


def distinct_words(corpus):
    tokens = [token for document in corpus for token in document]
    return sorted(tokens), len(set(tokens))
