# fails: q3_train__error, q3_train__contrast
"""In the gradient with respect to the centre vector u_o probably stands where the sample's own vector is meant."""


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
                by_center = by_center + drawn * U[o]
                U[w] -= step * drawn * v
            V[c] -= step * by_center
    return V, U
