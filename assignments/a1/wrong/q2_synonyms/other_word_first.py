# fails: q2_synonyms__distances
"""The word itself must stand first: both distances are measured from it."""


def synonym_and_antonym():
    return "powerful", "strong", "weak"
