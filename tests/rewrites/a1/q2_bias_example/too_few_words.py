"""Other words, three in one of the lists."""


def bias_example():
    A = ["king", "soldier", "war"]
    B = ["flower", "garden", "kitchen", "cook", "piano"]
    return A, B, ("she", "he")
