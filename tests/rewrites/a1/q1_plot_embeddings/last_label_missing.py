"""An index loop that ends one early, and scatter from lists."""


def plot_embeddings(M_reduced, word2ind, words):
    points = [tuple(M_reduced[word2ind[w]]) for w in words]
    plt.plot([p[0] for p in points], [p[1] for p in points], "ro")
    i = 0
    while i < len(words) - 1:
        plt.text(points[i][0], points[i][1], words[i], color="black")
        i += 1
