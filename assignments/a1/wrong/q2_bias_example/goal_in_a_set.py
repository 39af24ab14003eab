# fails: q2_bias_example__words, q2_bias_example__difference
"""A word of the direction is also in a set; its place along the direction is then no finding."""


def bias_example():
    return ["science", "physics", "mathematics", "he"], ["necklace", "dress", "earrings", "skirt"], ("she", "he")
