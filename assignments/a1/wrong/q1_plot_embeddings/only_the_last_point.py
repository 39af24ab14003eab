# fails: q1_plot_embeddings__points
"""All words are written, but only the last point is drawn. The line that draws must stand inside the loop."""


def plot_embeddings(M_reduced, word2ind, words):
    plt.xlim(-10, 10)
    plt.ylim(-10, 10)
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.text(x, y, word)
    plt.scatter(x, y)
    plt.show()
