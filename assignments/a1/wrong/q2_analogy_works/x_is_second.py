# fails: q2_analogy_works__rank
"""The vectors' first answer is another word; x comes later. Print `most_similar` with `topn=5`, and choose an analogy
where x stands first.
"""


def analogy_that_works():
    return "italy", "rome", "australia", "sydney"
