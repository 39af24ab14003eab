"""The number is that of the documents."""


def distinct_words(corpus):
    words = set()
    for d in corpus:
        words |= set(d)
    return sorted(words), len(corpus)
