# fails: q1_plot_embeddings__labels
"""The words stand in a legend, and one has to search for the colour of each. Write each word beside its point with
`plt.text` or `plt.annotate`.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.scatter(x, y, label=word)
    plt.legend()
    plt.show()
