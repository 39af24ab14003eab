"""a place of work"""


def analogy_that_fails():
    return "teacher", "school", "doctor", "hospital"
