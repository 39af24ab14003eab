# fails: q2_analogy_fails__rank
"""A word occurs twice among the four. All four must differ."""


def analogy_that_fails():
    return "hand", "glove", "foot", "glove"
