# fails: q1_plot_embeddings__labels
"""All words are written at one place, and not at their points: `plt.text(x, y, word)` takes the coordinates of the
point.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(0, 0, word)
    plt.show()
