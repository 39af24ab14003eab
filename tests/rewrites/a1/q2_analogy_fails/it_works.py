"""Other words, in a list."""


def analogy_that_fails():
    return ["spain", "madrid", "germany", "berlin"]
