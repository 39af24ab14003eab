"""Right, unusual: keeps a list sorted all the time by inserting each new word with bisect."""

import bisect


def distinct_words(corpus):
    words = []
    for doc in corpus:
        for w in doc:
            k = bisect.bisect_left(words, w)
            if k == len(words) or words[k] != w:
                words.insert(k, w)
    return words, len(words)
