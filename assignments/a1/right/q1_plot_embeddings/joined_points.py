"""marked points that a thin line joins; labels placed in shares of the axes"""


def plot_embeddings(M_reduced, word2ind, words):
    _, axes = plt.subplots()
    rows = [word2ind[word] for word in words]
    axes.plot(M_reduced[rows, 0], M_reduced[rows, 1], "s-", linewidth=0.2)
    to_axes = axes.transData + axes.transAxes.inverted()
    axes.set_xlim(axes.get_xlim())
    axes.set_ylim(axes.get_ylim())
    for word in words:
        axes.text(*to_axes.transform(M_reduced[word2ind[word]]), word, transform=axes.transAxes)
    plt.show()
