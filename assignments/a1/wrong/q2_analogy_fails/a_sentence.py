# fails: q2_analogy_fails__rank
"""One string with the whole analogy is returned. Return four strings."""


def analogy_that_fails():
    return "hand is to glove as foot is to sock"
