# fails: q1_plot_embeddings__labels
"""All points are there, but only the last word is written. The line that writes must stand inside the loop."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
    plt.text(x, y, word)
    plt.show()
