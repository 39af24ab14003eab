# fails: q2_several_senses__neighbours
"""A neighbour has a vector, but it is not among the 20 words nearest to the word. That a word has a second sense does
not mean that it shows among its neighbours: call `show_neighbours`, and choose from what it prints.
"""


def word_of_two_senses():
    return "bat", "moths", "football"
