# fails: q1_plot_embeddings__points, q1_plot_embeddings__labels
"""Only the last word is drawn. The lines that draw must stand inside the loop."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
    plt.scatter(x, y)
    plt.text(x, y, word)
    plt.show()
