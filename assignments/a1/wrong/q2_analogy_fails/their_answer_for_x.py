# fails: q2_analogy_fails__rank
"""x is the word that the vectors answer. Asked for is the right word, the one that they do not find."""


def analogy_that_fails():
    return "hand", "glove", "foot", vectors.most_similar(positive=["glove", "foot"], negative=["hand"])[0][0]
