"""An empty string comes into the list."""


def distinct_words(corpus):
    words = {""}
    for d in corpus:
        words.update(d)
    return sorted(words), len(words)
