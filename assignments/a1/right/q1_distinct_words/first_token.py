"""a set that begins with the first token, sorted in place"""


def distinct_words(corpus):
    words = {corpus[0][0]}
    for document in corpus:
        words.update(document)
    words = list(words)
    words.sort()
    return words, len(words)
