# fails: q1_plot_embeddings__labels
"""The points are right, the labels stand at the wrong ones, in the reversed order of the list. Take point and label
of one word in the same step.
"""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.scatter(M_reduced[rows, 0], M_reduced[rows, 1])
    for row, word in zip(rows, reversed(words)):
        plt.text(M_reduced[row, 0], M_reduced[row, 1], word)
    plt.show()
