# fails: q2_synonyms__distances
"""One of the words has no vector. The message of the test names words of like spelling."""


def synonym_and_antonym():
    return "happy", "gladsome", "sad"
