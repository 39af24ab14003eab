"""Unpacks the two columns in the wrong order, one scatter for all."""


def plot_embeddings(M_reduced, word2ind, words):
    y, x = M_reduced[[word2ind[w] for w in words]].T
    fig, ax = plt.subplots()
    ax.scatter(x, y, alpha=0.6)
    for w, x_w, y_w in zip(words, x, y):
        ax.annotate(w, (x_w, y_w))
    plt.show()
