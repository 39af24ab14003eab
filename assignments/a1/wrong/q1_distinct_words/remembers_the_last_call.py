# fails: q1_distinct_words__any_corpus
"""Words of an earlier call come back in a later one. A list or set in the function's signature is made once and kept
between calls: make it inside the function.
"""


def distinct_words(corpus, seen=set()):  # noqa: B006 - the mistake
    for document in corpus:
        seen.update(document)
    return sorted(seen), len(seen)
