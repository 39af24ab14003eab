"""a figure that pyplot does not know, returned"""

from matplotlib.figure import Figure


def plot_embeddings(M_reduced, word2ind, words):
    figure = Figure()
    axes = figure.add_subplot()
    for word in words:
        axes.scatter(*M_reduced[word2ind[word], :2], c="k")
        axes.annotate(word, tuple(M_reduced[word2ind[word], :2]))
    return figure
