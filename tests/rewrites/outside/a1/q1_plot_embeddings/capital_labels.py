"""The labels are written in capitals."""


def plot_embeddings(M_reduced, word2ind, words):
    for w in words:
        x, y = M_reduced[word2ind[w]]
        plt.scatter(x, y)
        plt.text(x, y, w.upper())
    plt.show()
