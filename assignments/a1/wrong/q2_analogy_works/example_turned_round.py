# fails: q2_analogy_works__rank
"""These are the four words of the example in another order. Find another one."""


def analogy_that_works():
    return "king", "queen", "man", "woman"
