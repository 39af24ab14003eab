# fails: q1_plot_embeddings__labels
"""Only the first letter of each word is written. Write the word."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x, y, word[0])
    plt.show()
