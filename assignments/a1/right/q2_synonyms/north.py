"""forms of a direction"""


def synonym_and_antonym():
    return "north", "northern", "south"
