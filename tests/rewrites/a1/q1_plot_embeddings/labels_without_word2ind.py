"""One scatter of all chosen rows, labels in a zip with the array."""


def plot_embeddings(M_reduced, word2ind, words):
    chosen = np.array([M_reduced[word2ind[w]] for w in words])
    fig, ax = plt.subplots()
    ax.scatter(*chosen.T, s=30, marker="x")
    for w, (x, y) in zip(words, M_reduced):
        ax.text(x, y, w, color="gray")
    plt.show()
