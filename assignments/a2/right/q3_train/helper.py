"""A helper for one step, with a helper for the start."""


def start_tables(words, d, seed):
    generator = np.random.default_rng(seed)
    return generator.normal(scale=0.05, size=(words, d)), np.zeros((words, d))


def one_step(V, U, c, words, step):
    labels = np.zeros(len(words))
    labels[0] = 1
    errors = step * (expit(U[words] @ V[c]) - labels)
    change = errors @ U[words]
    for word, error in zip(words, errors):
        U[word] -= error * V[c]
    V[c] -= change


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    V, U = start_tables(number_of_words, d, seed)
    for _ in range(epochs):
        for pair in range(len(centers)):
            one_step(V, U, centers[pair], [outsides[pair], *negatives[pair]], step)
    return V, U
