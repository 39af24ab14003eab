"""a comparative"""


def analogy_that_works():
    return "big", "bigger", "small", "smaller"
