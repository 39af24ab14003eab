# fails: q1_distinct_words__examples
"""The list holds every token, repeats included, and the number is that of the tokens. Asked for are the distinct
words: each once.
"""


def distinct_words(corpus):
    tokens = [token for document in corpus for token in document]
    return sorted(tokens), len(tokens)
