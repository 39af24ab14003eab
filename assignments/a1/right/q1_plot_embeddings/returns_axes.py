"""axes made, drawn into and returned; show and close"""


def plot_embeddings(M_reduced, word2ind, words):
    figure, axes = plt.subplots()
    for word in words:
        row = word2ind[word]
        axes.scatter([M_reduced[row][0]], [M_reduced[row][1]], s=12)
        axes.text(M_reduced[row][0], M_reduced[row][1], word, fontsize=9, ha="right", va="bottom")
    axes.axhline(0, color="lightgrey")
    axes.set_title("word vectors")
    plt.show()
    plt.close(figure)
    return axes
