"""One pair after the other, in random order; the samples of a pair at once."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    signs = np.array([1.0] + [-1.0] * negatives.shape[1])
    for _ in range(epochs):
        for pair in generator.permutation(len(centers)):
            c = centers[pair]
            words = [outsides[pair], *negatives[pair]]
            factors = signs * (expit(signs * (U[words] @ V[c])) - 1)
            by_center, by_outside = factors @ U[words], np.outer(factors, V[c])
            V[c] -= step * by_center
            np.subtract.at(U, words, step * by_outside)
    return V, U
