# fails: q2_synonyms__distances
"""The second word is nearer than the third, as one would expect of a synonym. Look for a word whose antonym stands
among the same neighbours, and mind the order: the word, the synonym, the antonym; a smaller distance is a larger
similarity.
"""


def synonym_and_antonym():
    return "bright", "shining", "dark"
