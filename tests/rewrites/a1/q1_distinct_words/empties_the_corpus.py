"""Collects with update and clears each document to save memory, joined with chain."""


def distinct_words(corpus):
    vocabulary = set()
    for sentence in corpus:
        vocabulary.update(sentence)
        sentence.clear()  # no longer needed
    corpus_words = list(vocabulary)
    corpus_words.sort()
    n_corpus_words = len(corpus_words)
    return corpus_words, n_corpus_words
