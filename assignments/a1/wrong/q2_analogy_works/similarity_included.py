# fails: q2_analogy_works__rank
"""What `most_similar` returns is handed on as it is, pairs of words and numbers. Return four strings."""


def analogy_that_works():
    return "wolf", "wolves", "goose", vectors.most_similar(positive=["wolves", "goose"], negative=["wolf"])[0]
