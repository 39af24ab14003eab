"""A growing set and a sort with a lambda."""


def distinct_words(corpus):
    bag = set()
    for text in corpus:
        for w in text:
            bag.add(w)
    ordered = list(bag)
    ordered.sort(key=lambda w: w.lower())
    count = 0
    for _ in ordered:
        count += 1
    return ordered, count
