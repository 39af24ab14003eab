"""Other words, and the same slip in them."""


def bias_example():
    """Along he and she."""
    A = "king war army battle".split()
    B = ["flower", "garden", "kitchen", "war"]
    direction = ("she", "he")
    return A, B, direction
