"""The student collects each word once in the order of first appearance and forgets to sort the list."""


def distinct_words(corpus):
    corpus_words = []
    for doc in corpus:
        for word in doc:
            if word not in corpus_words:
                corpus_words.append(word)
    return corpus_words, len(corpus_words)
