# fails: q2_several_senses__neighbours
"""This is the example of the task. Find another word."""


def word_of_two_senses():
    return "mouse", "mice", "cursor"
