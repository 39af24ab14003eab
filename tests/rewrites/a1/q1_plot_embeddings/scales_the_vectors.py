"""Draws first and then scales the rows of the array one by one."""


def plot_embeddings(M_reduced, word2ind, words):
    fig, ax = plt.subplots()
    for w in words:
        px, py = float(M_reduced[word2ind[w]][0]), float(M_reduced[word2ind[w]][1])
        ax.scatter([px], [py], c="green")
        ax.text(px, py, w)
    # unit length for the similarity that I compute later
    for r in range(M_reduced.shape[0]):
        M_reduced[r] /= np.sqrt(np.sum(M_reduced[r] ** 2))
    plt.show()
