# fails: q2_synonyms__distances
"""The synonym comes second and the antonym third; here they are the other way round."""


def synonym_and_antonym():
    return "strong", "weak", "powerful"
