# fails: q1_plot_embeddings__points
"""The last word of the list is missing. Look at the end of the loop."""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words[:-1]:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x, y, word)
    plt.show()
