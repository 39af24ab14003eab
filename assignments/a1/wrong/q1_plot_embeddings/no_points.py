# fails: q1_plot_embeddings__points
"""No point is marked. Either the words are written alone, or `plt.plot(x, y)` without a marker draws lines, which
say nothing here. Draw a point at each place, for example with `plt.scatter`.
"""


def plot_embeddings(M_reduced, word2ind, words):
    plt.xlim(M_reduced[:, 0].min() - 1, M_reduced[:, 0].max() + 1)
    plt.ylim(M_reduced[:, 1].min() - 1, M_reduced[:, 1].max() + 1)
    for word in words:
        plt.text(*M_reduced[word2ind[word]], word)
    plt.show()
