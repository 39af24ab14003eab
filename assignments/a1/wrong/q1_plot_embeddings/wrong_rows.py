# fails: q1_plot_embeddings__points, q1_plot_embeddings__labels
"""The i-th word of the list gets the i-th row of the vectors. The row of a word is `word2ind[word]`, whatever its
place in the list.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for i, word in enumerate(words):
        x, y = M_reduced[i, 0], M_reduced[i, 1]
        plt.scatter(x, y)
        plt.text(x, y, word)
    plt.show()
