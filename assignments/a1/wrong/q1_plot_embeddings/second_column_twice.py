# fails: q1_plot_embeddings__points
"""Column 1 of the vectors gives both coordinates. Column 0 is x, column 1 is y."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        y = M_reduced[word2ind[word], 1]
        plt.scatter(y, y)
        plt.text(y, y, word)
    plt.show()
