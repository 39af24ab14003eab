# fails: q2_several_senses__neighbours
"""One of the three words has no vector. The message names words of like spelling that have one; the neighbours that
`show_neighbours` prints all do.
"""


def word_of_two_senses():
    return "bat", "moths", "goalkeeper"
