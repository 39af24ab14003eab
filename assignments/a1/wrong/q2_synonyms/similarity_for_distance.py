# fails: q2_synonyms__distances
"""Similarity and distance are mixed up: the antonym shall have the *smaller* cosine distance, which is the *larger*
similarity.
"""


def synonym_and_antonym():
    return "wet", "dry", "moist"
