"""Batches of 50 as products with one-hot matrices, which add up repeats by themselves; the last batch may be smaller."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    rng = np.random.default_rng(seed)
    V = rng.uniform(-1 / (2 * d), 1 / (2 * d), size=(number_of_words, d))
    U = np.zeros((number_of_words, d))
    one_hot = np.eye(number_of_words)
    for _ in range(epochs):
        for b in range(0, len(centers), 50):
            C = one_hot[centers[b : b + 50]]  # (B, V)
            O = one_hot[outsides[b : b + 50]]  # (B, V)
            N = one_hot[negatives[b : b + 50]].sum(1)  # (B, V), n_w of each pair
            P = expit(C @ V @ U.T)  # (B, V)
            E = N * P + O * (P - 1)
            gV = C.T @ (E @ U)
            gU = E.T @ (C @ V)
            V = V - step * gV
            U = U - step * gU
    return V, U
