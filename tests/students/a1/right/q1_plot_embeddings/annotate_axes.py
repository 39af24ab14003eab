"""Right, unusual: own figure and axes, ax.annotate for the labels with an offset in screen points, and plt.show at the end."""


def plot_embeddings(M_reduced, word2ind, words):
    fig, ax = plt.subplots(figsize=(8, 6))
    for word in words:
        x, y = M_reduced[word2ind[word]]
        ax.scatter(x, y, color="black", s=12)
        ax.annotate(word, xy=(x, y), xytext=(4, 4), textcoords="offset points")
    ax.set_title("Word vectors")
    plt.show()
