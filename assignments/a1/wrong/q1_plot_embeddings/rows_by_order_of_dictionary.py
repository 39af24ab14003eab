# fails: q1_plot_embeddings__points
"""The i-th word of word2ind gets the i-th row of the vectors. The row of a word is the number that stands under it,
`word2ind[word]`, whatever its place in the dictionary.
"""


def plot_embeddings(M_reduced, word2ind, words):
    for i, word in enumerate(word2ind):
        if word in words:
            plt.scatter(M_reduced[i, 0], M_reduced[i, 1])
            plt.text(M_reduced[i, 0], M_reduced[i, 1], word)
    plt.show()
