# fails: q2_analogy_works__rank
"""Three words are returned. The fourth, x, is part of the answer."""


def analogy_that_works():
    return "wolf", "wolves", "goose"
