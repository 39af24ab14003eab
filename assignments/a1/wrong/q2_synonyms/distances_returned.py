# fails: q2_synonyms__distances
"""Numbers are returned. The test computes the distances itself; return the words."""


def synonym_and_antonym():
    return vectors.distance("strong", "powerful"), vectors.distance("strong", "weak")
