"""a set of words"""


def bias_example():
    return (
        set(["science", "physics", "mathematics", "philosophy"]),
        set(["family", "children", "marriage", "kitchen"]),
        ("woman", "man"),
    )
