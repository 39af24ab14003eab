# fails: q1_plot_embeddings__points
"""Column 0 of the vectors gives both coordinates. Column 0 is x, column 1 is y."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x = M_reduced[word2ind[word], 0]
        plt.scatter(x, x)
        plt.text(x, x, word)
    plt.show()
