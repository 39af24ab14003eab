# fails: q2_analogy_fails__rank
"""The words are packed into a dictionary. Return four strings side by side."""


def analogy_that_fails():
    return {"a": "hand", "b": "glove", "c": "foot", "x": "sock"}
