"""A copy of the argument that is filled number by number."""


def sigmoid(x):
    out = np.array(x)
    flat = out.reshape(-1)
    for i in range(flat.size):
        flat[i] = 1.0 / (1.0 + np.exp(-float(flat[i])))
    return out
