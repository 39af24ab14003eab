"""tuples, and the direction as a list"""


def bias_example():
    return (
        ("science", "physics", "mathematics", "engineering"),
        ("family", "children", "flowers", "dance"),
        ["woman", "man"],
    )
