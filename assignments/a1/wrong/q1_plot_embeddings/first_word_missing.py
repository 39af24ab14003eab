# fails: q1_plot_embeddings__points, q1_plot_embeddings__labels
"""The first word of the list is missing: lists are numbered from 0."""


def plot_embeddings(M_reduced, word2ind, words):
    for i in range(1, len(words)):
        x, y = M_reduced[word2ind[words[i]]]
        plt.scatter(x, y)
        plt.text(x, y, words[i])
    plt.show()
