"""Each label holds the coordinates too."""


def plot_embeddings(M_reduced, word2ind, words):
    for w in words:
        x, y = M_reduced[word2ind[w]]
        plt.plot(x, y, "o")
        plt.annotate(f"{w} ({x:.2f}, {y:.2f})", (x, y))
