# fails: q1_plot_embeddings__labels
"""The points are right; at the labels x and y are exchanged. `plt.text(x, y, word)` takes x first."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(y, x, word)
    plt.show()
