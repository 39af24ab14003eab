# fails: q1_distinct_words__examples, q1_distinct_words__any_corpus
"""The set holds the letters of the tokens, not the tokens: one loop too many goes into the strings. A document is a
list of strings, and these strings are the words.
"""


def distinct_words(corpus):
    words = sorted({letter for document in corpus for token in document for letter in token})
    return words, len(words)
