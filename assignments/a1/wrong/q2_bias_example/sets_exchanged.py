# fails: q2_bias_example__difference
"""The sets do differ, but the other way round: the first set is to lie nearer to the goal."""


def bias_example():
    return (
        ["necklace", "dress", "earrings", "skirt"],
        ["science", "physics", "mathematics", "philosophy"],
        ("she", "he"),
    )
