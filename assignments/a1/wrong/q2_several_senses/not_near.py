# fails: q2_several_senses__neighbours
"""One of the neighbours is not among the 20 words nearest to the word. That a word has a second sense does not mean
that it shows among its neighbours: look at `most_similar`.
"""


def word_of_two_senses():
    return "bat", "moths", "goalkeeper"
