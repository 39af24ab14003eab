"""One pair at a time in an order shuffled anew in each epoch; start drawn from a normal distribution instead of the uniform one; repeats by np.add.at."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    rng = np.random.default_rng(seed)
    V = rng.normal(scale=0.25 / d, size=(number_of_words, d))
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        for i in rng.permutation(len(centers)):
            c = centers[i]
            words = np.r_[outsides[i], negatives[i]]
            v = V[c].copy()
            err = expit(U[words] @ v)
            err[0] -= 1
            V[c] -= step * (err @ U[words])
            np.add.at(U, words, -step * err[:, None] * v)
    return V, U
