"""The list is drawn as one line, with the words along it."""


def plot_embeddings(M_reduced, word2ind, words):
    X = np.array([M_reduced[word2ind[w]] for w in words])
    plt.plot(X[:, 0], X[:, 1], "-")
    for w, (x, y) in zip(words, X):
        plt.annotate(w, (x, y))
