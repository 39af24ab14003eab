# fails: q2_synonyms__distances
"""Two words are returned. Three are asked for: the word, a synonym, an antonym."""


def synonym_and_antonym():
    return "strong", "weak"
