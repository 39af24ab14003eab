"""two loops and a set"""


def distinct_words(corpus):
    found = set()
    for document in corpus:
        for token in document:
            found.add(token)
    found = list(found)
    found.sort()
    return found, len(found)
