# fails: q2_several_senses__neighbours
"""Both neighbours belong to the same sense, and are as like each other as each is to the word. Take one from each
sense.
"""


def word_of_two_senses():
    return "bat", "hunts", "moths"
