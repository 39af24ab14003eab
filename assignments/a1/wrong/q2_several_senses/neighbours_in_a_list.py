# fails: q2_several_senses__neighbours
"""The neighbours are packed into a list of their own. Return three strings side by side."""


def word_of_two_senses():
    return "bat", ["moths", "cricket"]
