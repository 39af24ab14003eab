# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The number is that of all tokens, repeats included. Asked for is how many different words there are, the length of
the list that you return.
"""


def distinct_words(corpus):
    tokens = [token for document in corpus for token in document]
    return sorted(set(tokens)), len(tokens)
