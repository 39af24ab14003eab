"""Makes one list of chunks of at most 20 shuffled pairs for all epochs beforehand (no chunk crosses an epoch); gradients summed by np.add.at in zero tables."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    rng = np.random.default_rng(seed)
    U, V = np.zeros((number_of_words, d)), rng.uniform(-1, 1, (number_of_words, d)) / (2 * d)
    many = -(-len(centers) // 20)
    chunks = [chunk for _ in range(epochs) for chunk in np.array_split(rng.permutation(len(centers)), many)]
    for chunk in chunks:
        v, u_o, u_k = V[centers[chunk]], U[outsides[chunk]], U[negatives[chunk]]
        a = -expit(-(u_o * v).sum(-1))[:, None]
        b = expit((u_k @ v[:, :, None]))
        dV, dU = np.zeros_like(V), np.zeros_like(U)
        np.add.at(dV, centers[chunk], a * u_o + (b * u_k).sum(1))
        np.add.at(dU, outsides[chunk], a * v)
        np.add.at(dU, negatives[chunk], b * v[:, None])
        V, U = V - step * dV, U - step * dU
    return V, U
