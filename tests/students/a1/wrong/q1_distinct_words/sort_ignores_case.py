"""The student sorts without regard to capitals (key=str.lower), so capitals do not come before small letters."""


def distinct_words(corpus):
    words = sorted({w for doc in corpus for w in doc}, key=str.lower)
    return words, len(words)
