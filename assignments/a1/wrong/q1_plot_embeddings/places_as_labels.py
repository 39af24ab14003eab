# fails: q1_plot_embeddings__labels
"""The labels are the places in the list. Write the word."""


def plot_embeddings(M_reduced, word2ind, words):
    for i, word in enumerate(words):
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x, y, i)
    plt.show()
