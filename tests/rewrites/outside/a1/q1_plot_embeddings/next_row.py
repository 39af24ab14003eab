"""Each word gets the row before its own."""


def plot_embeddings(M_reduced, word2ind, words):
    for w in words:
        x, y = M_reduced[word2ind[w] - 1]
        plt.scatter(x, y)
        plt.text(x, y, w)
    plt.show()
