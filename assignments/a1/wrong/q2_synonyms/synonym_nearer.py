# fails: q2_synonyms__distances
"""The synonym is nearer than the antonym, as one would expect. Look for a word whose antonym stands among the same
neighbours.
"""


def synonym_and_antonym():
    return "bright", "shining", "dark"
