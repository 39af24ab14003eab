# fails: q3_train__steps
"""The starting vectors do not come from `seed`, so that two calls with the same seed start differently and no training can be repeated. Make the generator with np.random.default_rng(seed)."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    V = (np.random.rand(number_of_words, d) - 0.5) / d
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        for c, o, samples in zip(centers, outsides, negatives):
            words = np.array([o, *samples])
            errors = expit(U[words] @ V[c])
            errors[0] -= 1
            by_center = errors @ U[words]
            np.add.at(U, words, -step * np.outer(errors, V[c]))
            V[c] -= step * by_center
    return V, U
