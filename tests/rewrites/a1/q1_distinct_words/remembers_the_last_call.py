"""A list as a default argument, searched with `not in`, in nested index loops."""


def distinct_words(corpus, found=[]):
    for d in range(len(corpus)):
        for t in range(len(corpus[d])):
            if corpus[d][t] not in found:
                found.append(corpus[d][t])
    result = found[:]
    result.sort()
    return result, len(result)
