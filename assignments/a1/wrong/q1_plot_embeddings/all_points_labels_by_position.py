# fails: q1_plot_embeddings__points
"""A point is drawn for every row of the vectors, and the i-th word of the list is written at the i-th row. Draw the
rows of `words` alone; the row of a word is `word2ind[word]`.
"""


def plot_embeddings(M_reduced, word2ind, words):
    plt.scatter(M_reduced[:, 0], M_reduced[:, 1])
    for i, word in enumerate(words):
        plt.annotate(word, (M_reduced[i, 0], M_reduced[i, 1]))
    plt.show()
