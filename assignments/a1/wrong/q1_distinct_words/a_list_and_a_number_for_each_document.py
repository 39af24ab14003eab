# fails: q1_distinct_words__examples
"""There is a list of words for each document, and the number is that of these lists. Asked for is one list for the
whole corpus, and how many words it holds.
"""


def distinct_words(corpus):
    words = [sorted(set(document)) for document in corpus]
    return words, len(words)
