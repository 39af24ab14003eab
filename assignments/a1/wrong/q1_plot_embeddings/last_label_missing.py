# fails: q1_plot_embeddings__labels
"""All points are there, but the last word of the list has no label. Look at the end of the loop over the labels."""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.scatter(M_reduced[rows, 0], M_reduced[rows, 1])
    for word in words[:-1]:
        plt.annotate(word, M_reduced[word2ind[word]])
    plt.show()
