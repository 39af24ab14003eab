# fails: q1_plot_embeddings__points
"""Each word gets a figure of its own, so that nothing can be compared. Make the figure once, before the loop, and
show it once, after it.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        plt.figure()
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x, y, word)
        plt.show()
