"""Axes methods, plot with a marker, text in a helper."""


def plot_embeddings(M_reduced, word2ind, words):
    fig, ax = plt.subplots()

    def label(text, across, up):
        ax.text(up, across, text, fontsize=8)

    for w in words:
        vec = M_reduced[word2ind[w], :]
        ax.plot([vec[0]], [vec[1]], marker="o", linestyle="", color="red")
        label(w, vec[0], vec[1])
    return fig
