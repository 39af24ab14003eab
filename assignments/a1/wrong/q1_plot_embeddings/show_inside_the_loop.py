# fails: q1_plot_embeddings__points
"""Each word gets a plot of its own: `plt.show()`, `plt.figure()` or `plt.subplots()` stands inside the loop. Make
one figure before the loop, and show it after it.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.plot(x, y, "x")
        plt.text(x, y, word)
        plt.show()
