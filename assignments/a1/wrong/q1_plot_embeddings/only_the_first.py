# fails: q1_plot_embeddings__points
"""Only the first word of the list is drawn. Look at where `return` stands."""


def plot_embeddings(M_reduced, word2ind, words):
    x, y = M_reduced[word2ind[words[0]]]
    plt.scatter(x, y)
    plt.text(x, y, words[0])
    plt.show()
