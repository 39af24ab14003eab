# fails: q1_plot_embeddings__points, q1_plot_embeddings__labels
"""The coordinates are the wrong way round: column 0 is x, column 1 is y."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(y, x)
        plt.text(y, x, word)
    plt.show()
