# fails: q1_plot_embeddings__points, q1_plot_embeddings__labels
"""Nothing is drawn: the function prints or returns the coordinates. Draw a point and a label for each word."""


def plot_embeddings(M_reduced, word2ind, words):
    return {word: M_reduced[word2ind[word]] for word in words}
