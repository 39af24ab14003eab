# fails: q1_plot_embeddings__points
"""The vectors are scaled to length 1 before they are drawn. Scaling is the caller's choice: draw the rows as they
are.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]] / np.linalg.norm(M_reduced[word2ind[word]])
        plt.scatter(x, y)
        plt.text(x, y, word)
    plt.show()
