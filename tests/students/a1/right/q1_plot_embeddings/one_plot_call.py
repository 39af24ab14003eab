"""Right, unusual: all points with a single plt.plot of round markers without a line, labels in a comprehension."""


def plot_embeddings(M_reduced, word2ind, words):
    x, y = M_reduced[[word2ind[w] for w in words]].T
    plt.plot(x, y, marker="o", linestyle="")
    return spread_labels([plt.text(*p) for p in zip(x, y, words)])
