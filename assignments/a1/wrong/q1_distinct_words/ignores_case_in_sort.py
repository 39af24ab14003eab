# fails: q1_distinct_words__any_corpus, q1_distinct_words__examples
"""The list is sorted without regard to capitals. Python's own order of strings, in which all capitals come before all
small letters, is asked for: sort without a key.
"""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})  # so that the same comes out every time
    words.sort(key=str.lower)
    return words, len(words)
