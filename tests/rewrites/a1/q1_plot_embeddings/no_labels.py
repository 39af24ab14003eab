"""Colours and a legend stand in the place of words beside the points."""


def plot_embeddings(M_reduced, word2ind, words):
    for w in words:
        plt.scatter(*M_reduced[word2ind[w]], label=w)
    plt.legend(loc="best")
    plt.show()
