"""Other words, found with plurals."""


def analogy_that_works():
    a, b = "dog", "dogs"
    c, x = "child", "children"
    return a, b, c, x
