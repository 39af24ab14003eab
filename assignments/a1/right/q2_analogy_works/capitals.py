"""a capital"""


def analogy_that_works():
    return "germany", "berlin", "spain", "madrid"
