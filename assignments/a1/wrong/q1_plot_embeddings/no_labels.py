# fails: q1_plot_embeddings__labels
"""No word is written beside its point. A legend does not do: one has to search for the colour of each word. Write them
with `plt.text` or `plt.annotate`.
"""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.scatter(M_reduced[rows, 0], M_reduced[rows, 1])
    plt.show()
