# fails: q1_plot_embeddings__points
"""A point is drawn for every row of the vectors, and no word is written. Draw the rows of `words` alone, and write
each word beside its point.
"""


def plot_embeddings(M_reduced, word2ind, words):
    plt.scatter(M_reduced[:, 0], M_reduced[:, 1])
    plt.show()
