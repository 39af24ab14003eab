"""A figure is made for each word."""


def plot_embeddings(M_reduced, word2ind, words):
    for w in words:
        plt.figure()
        x, y = M_reduced[word2ind[w]]
        plt.scatter([x], [y])
        plt.annotate(w, xy=(x, y))
    plt.show()
