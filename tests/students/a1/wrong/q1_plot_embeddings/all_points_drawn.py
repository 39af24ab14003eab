"""The student scatters all rows of M_reduced, also of words that are not in the list, and labels only those of the list."""


def plot_embeddings(M_reduced, word2ind, words):
    plt.scatter(M_reduced[:, 0], M_reduced[:, 1])
    labels = []
    for w in words:
        x, y = M_reduced[word2ind[w]]
        labels.append(plt.text(x, y, w))
    spread_labels(labels)
    plt.show()
