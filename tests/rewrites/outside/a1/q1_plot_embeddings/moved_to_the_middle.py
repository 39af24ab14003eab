"""The mean of the drawn points is taken off before they are drawn."""


def plot_embeddings(M_reduced, word2ind, words):
    places = np.array([M_reduced[word2ind[w]] for w in words])
    for w, (x, y) in zip(words, places - places.mean(axis=0) + 1.0):
        plt.scatter(x, y)
        plt.text(x, y, w)
    plt.show()
