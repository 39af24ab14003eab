"""a set of words"""


def bias_example():
    return (
        set(["science", "physics", "mathematics", "philosophy"]),
        set(["necklace", "dress", "earrings", "skirt"]),
        ("she", "he"),
    )
