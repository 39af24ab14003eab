# fails: q2_analogy_works__rank
"""x is not what the vectors answer: they answer another word first."""


def analogy_that_works():
    return "wolf", "wolves", "goose", "pond"
