"""as a list"""


def synonym_and_antonym():
    return ["wet", "moist", "dry"]
