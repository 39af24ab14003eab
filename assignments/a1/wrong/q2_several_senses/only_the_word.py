# fails: q2_several_senses__neighbours
"""Only the word is returned. Three strings are asked for: the word and one neighbour for each sense."""


def word_of_two_senses():
    return "bat"
