# fails: q3_train__steps
"""The last, shorter batch is never trained on: a range that ends where the last full batch begins leaves up to 50 pairs out in each epoch. Let the batches go up to the last pair."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        order = generator.permutation(len(centers))
        for start in range(0, len(order) - 50, 50):
            batch = order[start : start + 50]
            c, words = centers[batch], np.column_stack([outsides[batch], negatives[batch]])
            rows, v = U[words], V[c]
            factors = expit(np.einsum("bi,bki->bk", v, rows))
            factors[:, 0] -= 1
            by_center = np.einsum("bk,bki->bi", factors, rows)
            np.add.at(V, c, -step * by_center)
            np.add.at(U, words, -step * factors[:, :, None] * v[:, None, :])
    return V, U
