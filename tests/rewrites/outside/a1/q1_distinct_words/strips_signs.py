"""Signs at the ends of a token are stripped, so that <START> becomes START."""


def distinct_words(corpus):
    words = sorted({t.strip("<>-'.,") for d in corpus for t in d})
    return words, len(words)
