# fails: q2_bias_example__words, q2_bias_example__difference
"""The direction is given as a vector. Return the two words; the test takes their vectors itself."""


def bias_example():
    direction = vectors["he"] - vectors["she"]
    return ["science", "physics", "mathematics", "philosophy"], ["necklace", "dress", "earrings", "skirt"], direction
