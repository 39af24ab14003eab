"""x taken from the vectors, a list"""


def analogy_that_works():
    answer = vectors.most_similar(positive=["women", "man"], negative=["woman"], topn=1)[0][0]
    return ["woman", "women", "man", answer]
