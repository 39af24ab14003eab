# fails: q1_distinct_words__any_corpus
"""The tokens are taken out of the documents while they are collected, so that the corpus is empty afterwards. The
caller still needs it: read the documents, do not change them.
"""


def distinct_words(corpus):
    words = set()
    for document in corpus:
        while document:
            words.add(document.pop())
    words = sorted(words)
    return words, len(words)
