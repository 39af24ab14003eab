# fails: q2_bias_example__words, q2_bias_example__difference
"""The direction is missing. Three things are returned: two lists and a pair of words."""


def bias_example():
    return ["science", "physics", "mathematics", "philosophy"], ["necklace", "dress", "earrings", "skirt"]
