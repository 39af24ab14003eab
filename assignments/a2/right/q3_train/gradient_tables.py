"""Whole tables of gradients for each batch of 25."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    generator = np.random.default_rng(seed)
    V = generator.uniform(-0.5 / d, 0.5 / d, size=(number_of_words, d))
    U = np.zeros_like(V)
    for _ in range(epochs):
        for batch in np.array_split(generator.permutation(len(centers)), len(centers) // 25):
            grad_V, grad_U = np.zeros_like(V), np.zeros_like(U)
            for pair in batch:
                words = [outsides[pair], *negatives[pair]]
                labels = [1.0] + [0.0] * (len(words) - 1)
                for word, label in zip(words, labels):
                    error = expit(U[word] @ V[centers[pair]]) - label
                    grad_V[centers[pair]] += error * U[word]
                    grad_U[word] += error * V[centers[pair]]
            V -= step * grad_V
            U -= step * grad_U
    return V, U
