"""Keeps both tables in one array theta (2V, d) and goes through the pairs backwards; all rows that a pair touches are changed by one np.subtract.at."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    theta = np.zeros((2 * number_of_words, d))
    theta[:number_of_words] = (np.random.default_rng(seed).random((number_of_words, d)) - 0.5) / d
    t = np.zeros(1 + negatives.shape[1])
    t[0] = 1
    for _ in range(epochs):
        for c, o, ks in zip(centers[::-1], outsides[::-1], negatives[::-1]):
            rows = number_of_words + np.concatenate([[o], ks])
            e = expit(theta[rows] @ theta[c]) - t
            grads = np.vstack([e @ theta[rows], np.outer(e, theta[c])])
            np.subtract.at(theta, np.concatenate([[c], rows]), step * grads)
    return theta[:number_of_words], theta[number_of_words:]
