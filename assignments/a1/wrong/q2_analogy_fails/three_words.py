# fails: q2_analogy_fails__rank
"""Three words are returned. The fourth, the right answer x, is missing."""


def analogy_that_fails():
    return "hand", "glove", "foot"
