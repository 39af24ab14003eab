"""Other words, in a list."""


def synonym_and_antonym():
    word = "big"
    return [word, "huge", "small"]
