# fails: q2_analogy_works__rank
"""A word occurs twice among the four. All four must differ."""


def analogy_that_works():
    return "wolf", "wolves", "wolf", "wolves"
