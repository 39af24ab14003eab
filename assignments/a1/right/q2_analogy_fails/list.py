"""as a list"""


def analogy_that_fails():
    return ["water", "drink", "bread", "eat"]
