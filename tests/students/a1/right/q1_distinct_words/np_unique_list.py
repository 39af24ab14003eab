"""Right, unusual: list(np.unique(...)) of the flattened tokens; the words are numpy strings (a subclass of str)."""


def distinct_words(corpus):
    tokens = [t for d in corpus for t in d]
    words = list(np.unique(tokens))
    return words, len(words)
