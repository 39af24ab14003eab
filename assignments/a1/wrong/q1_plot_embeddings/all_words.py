# fails: q1_plot_embeddings__points, q1_plot_embeddings__labels
"""All words of word2ind are drawn. Only those of the list `words` belong into the plot."""


def plot_embeddings(M_reduced, word2ind, words):
    for word, row in word2ind.items():
        plt.scatter(M_reduced[row, 0], M_reduced[row, 1])
        plt.text(M_reduced[row, 0], M_reduced[row, 1], word)
    plt.show()
