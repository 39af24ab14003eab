# fails: q2_several_senses__neighbours
"""The word stands for one of its own neighbours. The three words must differ."""


def word_of_two_senses():
    return "bat", "moths", "bat"
