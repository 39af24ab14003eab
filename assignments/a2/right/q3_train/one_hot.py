"""One-hot matrices in place of indices, batches of 50."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = (generator.random((number_of_words, d)) - 0.5) / d
    U = np.zeros((number_of_words, d))
    eye = np.eye(number_of_words)
    for _ in range(epochs):
        order = generator.permutation(len(centers))
        for batch in (order[i : i + 50] for i in range(0, len(order), 50)):
            is_center = eye[centers[batch]]
            is_target = eye[outsides[batch]]
            is_drawn = eye[negatives[batch]].sum(axis=1)
            chances = expit(is_center @ V @ U.T)
            errors = (is_target + is_drawn) * chances - is_target
            V, U = V - step * is_center.T @ (errors @ U), U - step * errors.T @ (is_center @ V)
    return V, U
