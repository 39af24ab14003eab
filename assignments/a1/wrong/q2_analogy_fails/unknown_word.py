# fails: q2_analogy_fails__rank
"""A word has no vector, and then the analogy cannot even be asked. The message of the test names words of like
spelling.
"""


def analogy_that_fails():
    return "bird", "nest", "bee", "hive"
