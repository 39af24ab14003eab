# fails: q3_train__steps
"""The vectors are probably changed after each term, first the target's, then those of the samples one by one, so that
each term sees what the one before it changed. Compute all gradients of a pair first, then change the vectors."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        for c, o, samples in zip(centers, outsides, negatives):
            words = np.array([o, *samples])
            labels = np.array([1.0] + [0.0] * len(samples))
            for word, label in zip(words, labels):
                factor = expit(U[word] @ V[c]) - label
                by_center, by_outside = factor * U[word], factor * V[c]
                V[c] -= step * by_center
                U[word] -= step * by_outside
    return V, U
