# fails: q2_bias_example__words, q2_bias_example__difference
"""A word stands in both sets, and cancels itself. All words must differ."""


def bias_example():
    return ["science", "physics", "mathematics", "skirt"], ["necklace", "dress", "earrings", "skirt"], ("she", "he")
