# fails: q2_several_senses__neighbours
"""The vectors know words in small letters only."""


def word_of_two_senses():
    return "Bat", "moths", "cricket"
