# fails: q1_plot_embeddings__points
"""`plt.show()` stands before the labels are written: it ends the figure, and the words go into a new one. Call it
last.
"""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.scatter(M_reduced[rows, 0], M_reduced[rows, 1])
    plt.show()
    for word in words:
        plt.text(*M_reduced[word2ind[word]], word)
