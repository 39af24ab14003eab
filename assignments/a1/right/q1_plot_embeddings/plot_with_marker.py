"""plot with a marker for each word, no figure made, no show"""


def plot_embeddings(M_reduced, word2ind, words):
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.plot(x, y, "o")
        plt.text(x, y, f" {word}", ha="left")
