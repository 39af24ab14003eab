# fails: q2_analogy_works__rank
"""One of the words has no vector. The message of the test names words of like spelling."""


def analogy_that_works():
    return "france", "Paris", "italy", "Rome"
