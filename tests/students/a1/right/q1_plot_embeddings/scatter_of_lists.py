"""Right, unusual: gathers lists, one scatter with a colour for each point, axes lines through zero and a grid, labels by zip."""


def plot_embeddings(M_reduced, word2ind, words):
    xs, ys = [], []
    for w in words:
        xs.append(float(M_reduced[word2ind[w], 0]))
        ys.append(float(M_reduced[word2ind[w], 1]))
    plt.axhline(0, color="lightgrey", zorder=0)
    plt.axvline(0, color="lightgrey", zorder=0)
    plt.scatter(xs, ys, c=range(len(words)), cmap="viridis")
    labels = []
    for x, y, w in zip(xs, ys, words):
        labels.append(plt.text(x, y, s=w, ha="left", va="bottom"))
    plt.grid(True, alpha=0.3)
    spread_labels(labels)
