# fails: q2_analogy_fails__rank
"""The vectors complete this analogy rightly. Look for one where their first answer is not your x."""


def analogy_that_fails():
    return "france", "paris", "italy", "rome"
