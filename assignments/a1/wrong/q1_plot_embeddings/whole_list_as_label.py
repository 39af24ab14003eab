# fails: q1_plot_embeddings__labels
"""The whole list is written at each point. Write the one word that belongs there."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x, y, words)
    plt.show()
