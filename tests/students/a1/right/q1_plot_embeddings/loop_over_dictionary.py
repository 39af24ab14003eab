"""Right, unusual: loops over word2ind and skips what is not in words, so the points are drawn in another order."""


def plot_embeddings(M_reduced, word2ind, words):
    wanted = set(words)
    for word, row in word2ind.items():
        if word not in wanted:
            continue
        plt.scatter(M_reduced[row][0], M_reduced[row][1], marker="x")
        plt.text(M_reduced[row][0], M_reduced[row][1], " " + word, va="center")
