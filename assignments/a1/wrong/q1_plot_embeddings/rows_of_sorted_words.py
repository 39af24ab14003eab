# fails: q1_plot_embeddings__points
"""The words are numbered in sorted order, and the i-th one gets the i-th row of the vectors. The row of a word is
`word2ind[word]`.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for i, word in enumerate(sorted(word2ind)):
        if word in words:
            plt.scatter(M_reduced[i, 0], M_reduced[i, 1])
            plt.text(M_reduced[i, 0], M_reduced[i, 1], word)
    plt.show()
