"""another word, as a list"""


def word_of_two_senses():
    return ["spring", "mattress", "season"]
