"""Points and words are mirrored at the y-axis."""


def plot_embeddings(M_reduced, word2ind, words):
    for w in words:
        x, y = M_reduced[word2ind[w]]
        plt.scatter(-x, y)
        plt.text(-x, y, w)
    plt.show()
