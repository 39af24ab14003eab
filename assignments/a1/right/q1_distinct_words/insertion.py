"""a list kept in order by bisection"""

from bisect import bisect_left


def distinct_words(corpus):
    words = []
    for document in corpus:
        for token in document:
            place = bisect_left(words, token)
            if place == len(words) or words[place] != token:
                words.insert(place, token)
    return words, len(words)
