"""Lists of lists and math.exp, no NumPy in the loop: a sigmoid in one line, gradients collected in a list before any vector is changed."""

import math


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    rng = np.random.default_rng(seed)
    V = rng.uniform(-0.5 / d, 0.5 / d, (number_of_words, d)).tolist()
    U = [[0.0] * d for _ in range(number_of_words)]
    pairs = [(int(c), int(o), [int(k) for k in ks]) for c, o, ks in zip(centers, outsides, negatives)]
    for epoch in range(epochs):
        for c, o, ks in pairs:
            v = V[c]
            grad_v = [0.0] * d
            changes = []
            for w, label in [(o, 1)] + [(k, 0) for k in ks]:
                u = U[w]
                g = 1 / (1 + math.exp(-sum(a * b for a, b in zip(u, v)))) - label
                for i in range(d):
                    grad_v[i] += g * u[i]
                changes.append((w, [g * a for a in v]))
            for w, grad_u in changes:
                U[w] = [a - step * b for a, b in zip(U[w], grad_u)]
            V[c] = [a - step * b for a, b in zip(v, grad_v)]
    return np.array(V), np.array(U)
