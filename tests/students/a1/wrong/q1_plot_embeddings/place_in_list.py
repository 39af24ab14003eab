"""The student takes the row from the word's place in the list words, and does not look it up in word2ind."""


def plot_embeddings(M_reduced, word2ind, words):
    for i, word in enumerate(words):
        x = M_reduced[i, 0]
        y = M_reduced[i, 1]
        plt.scatter(x, y, marker="x", color="red")
        plt.text(x, y, word, fontsize=9)
    plt.show()
