"""Counts while it loops, with a dictionary as the set."""


def distinct_words(corpus):
    seen, total = {}, 0
    for text in corpus:
        total += len(text)
        for w in text:
            seen[w] = True
    return sorted(seen.keys()), total
