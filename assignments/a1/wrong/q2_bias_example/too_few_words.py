# fails: q2_bias_example__words, q2_bias_example__difference
"""A set has fewer than four words. A mean over two or three words says little."""


def bias_example():
    return ["physics", "philosophy"], ["dress", "skirt"], ("she", "he")
