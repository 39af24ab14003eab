# fails: q2_bias_example__difference
"""The two sets hardly differ along this direction. Compute the difference with your `mean_difference`, and look for
words that the text treats differently.
"""


def bias_example():
    return ["red", "blue", "green", "yellow"], ["black", "white", "brown", "pink"], ("she", "he")
