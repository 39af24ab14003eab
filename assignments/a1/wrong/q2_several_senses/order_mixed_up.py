# fails: q2_several_senses__neighbours
"""The word must come first, then the two neighbours."""


def word_of_two_senses():
    return "moths", "bat", "cricket"
