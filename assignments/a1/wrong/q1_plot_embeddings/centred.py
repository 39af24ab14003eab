# fails: q1_plot_embeddings__points
"""The mean is taken off before the points are drawn. Draw the rows as they are."""


def plot_embeddings(M_reduced, word2ind, words):
    X = M_reduced - M_reduced.mean(axis=0)
    for word in words:
        x, y = X[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x, y, word)
    plt.show()
