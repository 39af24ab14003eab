"""more words in one set than in the other"""


def bias_example():
    return (
        ["banker", "merchant", "owner", "winner", "prince"],
        ["orphan", "beggar", "pupil", "neighbour"],
        ("poor", "rich"),
    )
