# fails: q1_plot_embeddings__points
"""A point is drawn for every row of the vectors, labels only for the words asked for. Draw the rows of `words`
alone.
"""


def plot_embeddings(M_reduced, word2ind, words):
    plt.scatter(M_reduced[:, 0], M_reduced[:, 1])
    for word in words:
        plt.annotate(word, (M_reduced[word2ind[word], 0], M_reduced[word2ind[word], 1]))
    plt.show()
