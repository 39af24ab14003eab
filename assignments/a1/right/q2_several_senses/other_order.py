"""other neighbours, in the other order"""


def word_of_two_senses():
    return "bat", "cricket", "dusk"
