"""Numerically stable version with boolean masks, a flat work array and a reshape at the end."""


def sigmoid(x):
    shape = np.shape(x)
    flat = np.array(x, dtype=np.float64).reshape(-1)
    out = np.empty(flat.size)
    pos = flat >= 0
    neg = ~pos
    out[pos] = 1.0 / (1.0 + np.exp(-flat[pos]))
    tmp = np.exp(flat[neg])
    out[neg] = tmp / (1.0 + tmp)
    return out.reshape(shape)
