"""All gradients of a pair first, term by term, then all changes."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        for c, o, samples in zip(centers, outsides, negatives):
            words = np.array([o, *samples])
            labels = np.array([1.0] + [0.0] * len(samples))
            by_center, changes = np.zeros(d), []
            for word, label in zip(words, labels):
                factor = expit(np.dot(U[word], V[c])) - label
                by_center += factor * U[word]
                changes.append(factor * V[c])
            V[c] -= step * by_center
            for word, change in zip(words, changes):
                U[word] -= step * change
    return V, U
