# fails: q2_analogy_fails__rank
"""Five words are returned. Four are asked for; the test finds the wrong answer of the vectors itself."""


def analogy_that_fails():
    return "hand", "glove", "foot", "sock", "car"
