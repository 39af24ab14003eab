# fails: q2_bias_example__words, q2_bias_example__difference
"""A set is given as one string. Return a list of strings."""


def bias_example():
    return "science physics mathematics philosophy", "necklace dress earrings skirt", ("she", "he")
