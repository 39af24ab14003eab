"""labels moved apart with spread_labels"""


def plot_embeddings(M_reduced, word2ind, words):
    plt.figure()
    texts = []
    for word in words:
        x, y = M_reduced[word2ind[word], 0], M_reduced[word2ind[word], 1]
        plt.scatter(x, y, color="green")
        texts.append(plt.text(x, y, word))
    spread_labels(texts)
