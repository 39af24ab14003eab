# fails: q1_plot_embeddings__points
"""The caller's vectors are changed: a line like `M_reduced /= …` works on the array that was handed over. Nothing
needs scaling here.
"""


def plot_embeddings(M_reduced, word2ind, words):
    kept = M_reduced.copy()
    M_reduced /= np.linalg.norm(M_reduced, axis=1, keepdims=True)
    for word in words:
        x, y = kept[word2ind[word]]
        plt.scatter(x, y)
        plt.text(x, y, word)
    plt.show()
