# fails: q3_train__error
"""The outside vectors of the negative samples probably never change, so that the samples do nothing. Each sample's
row takes a step of its own, away from v_c."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        for c, o, samples in zip(centers, outsides, negatives):
            v = V[c].copy()
            target = expit(U[o] @ v) - 1
            by_center = target * U[o]
            U[o] -= step * target * v
            for w in samples:
                drawn = expit(U[w] @ v)
                by_center = by_center + drawn * U[w]
            V[c] -= step * by_center
    return V, U
