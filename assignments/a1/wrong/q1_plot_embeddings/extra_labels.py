# fails: q1_plot_embeddings__labels
"""Words that are not in the list are labelled too. Only the words of `words` belong into the plot."""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.scatter(M_reduced[rows, 0], M_reduced[rows, 1])
    for word, row in word2ind.items():
        plt.text(*M_reduced[row], word)
    plt.show()
