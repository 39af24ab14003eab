"""another triple"""


def synonym_and_antonym():
    return ("good", "fine", "bad")
