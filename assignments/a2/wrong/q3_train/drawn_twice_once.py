# fails: q3_train__steps
"""A word that was drawn twice for one pair probably gets the step of one draw: `U[samples] -= …` writes each row once.
`np.subtract.at(U, samples, …)` or a loop counts it as often as it was drawn."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = generator.uniform(-0.5 / d, 0.5 / d, size=(number_of_words, d))
    U = np.zeros((number_of_words, d))
    for _ in range(epochs):
        for c, o, samples in zip(centers, outsides, negatives):
            v = V[c].copy()
            by_target = expit(U[o] @ v) - 1
            by_samples = expit(U[samples] @ v)
            V[c] -= step * (by_target * U[o] + by_samples @ U[samples])
            U[o] -= step * by_target * v
            U[samples] -= step * np.outer(by_samples, v)
    return V, U
