# fails: q2_analogy_works__rank
"""The order is a, b, c, x: a is to b as c is to x. Here b and c are exchanged with others."""


def analogy_that_works():
    return "wolf", "goose", "geese", "wolves"
