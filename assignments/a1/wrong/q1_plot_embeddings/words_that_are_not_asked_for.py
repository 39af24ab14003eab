# fails: q1_plot_embeddings__points
"""The words that are not in the list are drawn, and those of the list are left out: the condition is the wrong way
round.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word, row in word2ind.items():
        if word not in words:
            plt.scatter(M_reduced[row, 0], M_reduced[row, 1])
            plt.text(M_reduced[row, 0], M_reduced[row, 1], word)
    plt.show()
