# fails: q2_analogy_works__rank
"""This is the example of the text. Find another one."""


def analogy_that_works():
    return "man", "king", "woman", "queen"
