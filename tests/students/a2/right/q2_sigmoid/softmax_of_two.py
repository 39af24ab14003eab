"""Treats the sigmoid as the softmax of the two scores (x, 0) and takes its first entry; flattens and reshapes around it."""


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    two = np.stack([x.ravel(), np.zeros(x.size)], axis=1)
    if x.size == 0:
        return x.copy()
    return softmax(two)[:, 0].reshape(x.shape)
