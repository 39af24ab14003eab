# fails: q2_synonyms__distances
"""One string with all three words is returned. Return three strings."""


def synonym_and_antonym():
    return "strong powerful weak"
