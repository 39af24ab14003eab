"""One scatter of two lists, the labels in a second loop over the words in alphabetical order."""


def plot_embeddings(M_reduced, word2ind, words):
    rows = list(map(word2ind.get, words))
    xs = [M_reduced[r, 0] for r in rows]
    ys = [M_reduced[r, 1] for r in rows]
    fig, ax = plt.subplots()
    ax.plot(xs, ys, linestyle="none", marker="s")
    names = list(words)
    names.sort()
    for k in range(len(names)):
        ax.annotate(names[k], xy=(xs[k], ys[k]))
    plt.show()
