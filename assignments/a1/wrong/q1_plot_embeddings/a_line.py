# fails: q1_plot_embeddings__points
"""The points are joined by a line and not marked: `plt.plot(x, y)` without a marker draws a line. The order of the
words has no meaning; draw points.
"""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.plot(M_reduced[rows, 0], M_reduced[rows, 1])
    for word in words:
        plt.text(*M_reduced[word2ind[word]], word)
    plt.show()
