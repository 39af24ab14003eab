"""Right, unusual: one expression with set().union(*corpus) and a walrus."""


def distinct_words(corpus):
    return (words := sorted(set().union(*corpus))), len(words)
