# fails: q1_plot_embeddings__points
"""`plt.show()` stands inside the loop: it ends the figure, and the next word starts a new one. Call it once, after
the loop.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.plot(x, y, "x")
        plt.text(x, y, word)
        plt.show()
