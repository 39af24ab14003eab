"""one scatter for all points, annotate with an offset, show"""


def plot_embeddings(M_reduced, word2ind, words):
    rows = [word2ind[word] for word in words]
    plt.figure(figsize=(10, 6))
    plt.scatter(M_reduced[rows, 0], M_reduced[rows, 1], marker="x", color="red")
    for word in words:
        plt.annotate(word, M_reduced[word2ind[word]], xytext=(4, 4), textcoords="offset points")
    plt.grid(True)
    plt.show()
