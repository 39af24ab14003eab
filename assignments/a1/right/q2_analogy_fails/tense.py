"""a form of a verb"""


def analogy_that_fails():
    return "book", "read", "song", "sing"
