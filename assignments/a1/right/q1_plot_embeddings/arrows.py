"""labels off to the side, each with an arrow to its point"""


def plot_embeddings(M_reduced, word2ind, words):
    X = np.array([M_reduced[word2ind[word]] for word in words])
    plt.plot(X[:, 0], X[:, 1], linestyle="", marker=".")
    for word, point in zip(words, X, strict=True):
        plt.annotate(word, xy=point, xytext=(25, 12), textcoords="offset points", arrowprops={"arrowstyle": "->"})
    plt.show()
