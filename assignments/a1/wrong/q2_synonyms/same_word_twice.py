# fails: q2_synonyms__distances
"""Two of the three words are the same. A word is no synonym of itself."""


def synonym_and_antonym():
    return "strong", "strong", "weak"
