"""tuples, and the direction as a list"""


def bias_example():
    return ("war", "army", "soldiers", "battle"), ("necklace", "dress", "earrings", "skirt"), ["she", "he"]
