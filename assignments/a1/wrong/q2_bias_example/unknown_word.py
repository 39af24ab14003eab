# fails: q2_bias_example__words, q2_bias_example__difference
"""One of the words has no vector. The message of the test names words of like spelling."""


def bias_example():
    return (
        ["science", "physics", "mathematics", "carburettor"],
        ["necklace", "dress", "earrings", "skirt"],
        ("she", "he"),
    )
