# fails: q2_synonyms__distances
"""The word itself must stand first: both distances are measured from it. Here the first word and its synonym have
changed places, and then the antonym is the farther one.
"""


def synonym_and_antonym():
    return "huge", "large", "small"
