"""a different word, worked out by hand"""


def word_of_two_senses():
    return "plant", "seeds", "engines"
