"""more words in one set than in the other"""


def bias_example():
    return (
        ["banker", "merchant", "owner", "prince", "winner"],
        ["family", "children", "marriage", "kitchen"],
        ("woman", "man"),
    )
