# fails: q3_train__steps
"""The outside vectors are probably changed before the gradient of the centre vector is computed, so that it sees the
new rows. Compute all gradients of a pair first, then change the vectors."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        for c, o, samples in zip(centers, outsides, negatives):
            words = np.array([o, *samples])
            labels = np.array([1.0] + [0.0] * len(samples))
            factors = expit(U[words] @ V[c]) - labels
            np.add.at(U, words, -step * np.outer(factors, V[c]))
            V[c] -= step * (expit(U[words] @ V[c]) - labels) @ U[words]
    return V, U
