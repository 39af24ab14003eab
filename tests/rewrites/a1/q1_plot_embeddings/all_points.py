"""Points in a loop over the rows, labels in a loop over the dictionary."""


def plot_embeddings(M_reduced, word2ind, words):
    ax = plt.gca()
    for x, y in M_reduced:
        ax.plot(x, y, "b.")
    wanted = set(words)
    for w, row in word2ind.items():
        if w in wanted:
            ax.text(M_reduced[row][0], M_reduced[row][1], w, fontsize=9)
    return ax
