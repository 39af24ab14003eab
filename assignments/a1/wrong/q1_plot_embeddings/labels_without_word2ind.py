# fails: q1_plot_embeddings__labels
"""The points are right, the labels are not: they are placed by the position in the list, not by word2ind."""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.scatter(M_reduced[rows, 0], M_reduced[rows, 1])
    for i, word in enumerate(words):
        plt.text(M_reduced[i, 0], M_reduced[i, 1], word)
    plt.show()
