"""One figure of pyplot, shown at the end, and once more where there is nothing left to show."""


def plot_embeddings(M_reduced, word2ind, words):
    plt.figure(figsize=(6, 4))
    for word in words:
        x, y = M_reduced[word2ind[word]]
        plt.plot(x, y, "o")
        plt.text(x, y, word)
    plt.title("words")
    plt.show()
    plt.show()
