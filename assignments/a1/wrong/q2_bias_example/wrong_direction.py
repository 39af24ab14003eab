# fails: q2_bias_example__difference
"""The sets do differ, but the other way round: A is to lie nearer to the goal. Exchange the sets, or source and
goal.
"""


def bias_example():
    return (
        ["science", "physics", "mathematics", "philosophy"],
        ["necklace", "dress", "earrings", "skirt"],
        ("he", "she"),
    )
