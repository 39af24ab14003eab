# fails: q1_plot_embeddings__labels
"""The labels are moved by a fixed distance that is large beside the distances between the points, so that they stand
at other points. A small offset in points of the page does not depend on the numbers: `textcoords="offset points"`.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x + 4, y + 4, word)
    plt.show()
