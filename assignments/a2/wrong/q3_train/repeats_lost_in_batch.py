# fails: q3_train__contrast
"""A word that occurs several times in a batch probably counts once: `table[indices] -= rows` takes one row for each
index. Frequent words then learn too slowly."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        order = generator.permutation(len(centers))
        for start in range(0, len(order), 50):
            batch = order[start : start + 50]
            c, words = centers[batch], np.column_stack([outsides[batch], negatives[batch]])
            rows, v = U[words], V[c]
            factors = expit(np.einsum("bi,bki->bk", v, rows))
            factors[:, 0] -= 1
            by_center = np.einsum("bk,bki->bi", factors, rows)
            by_outside = factors[:, :, None] * v[:, None, :]
            V[c] -= step * by_center
            U[words] -= step * by_outside
    return V, U
