# fails: q3_train__error, q3_train__contrast
"""All words probably start with the same vector. Its entries then stay equal to each other, and the model has in
effect one dimension."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = np.full((number_of_words, d), 0.1)
    U = np.full((number_of_words, d), 0.1)
    for _ in range(epochs):
        for c, o, samples in zip(centers, outsides, negatives):
            v = V[c].copy()
            target = expit(U[o] @ v) - 1
            by_center = target * U[o]
            U[o] -= step * target * v
            for w in samples:
                drawn = expit(U[w] @ v)
                by_center = by_center + drawn * U[w]
                U[w] -= step * drawn * v
            V[c] -= step * by_center
    return V, U
