"""The student returns the number of all tokens as the second result, not the number of distinct words."""


def distinct_words(corpus):
    all_words = []
    for document in corpus:
        for word in document:
            all_words.append(word)
    corpus_words = sorted(list(set(all_words)))
    num_corpus_words = len(all_words)
    return corpus_words, num_corpus_words
