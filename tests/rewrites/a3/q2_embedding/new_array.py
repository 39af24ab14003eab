"""The gradient as a product with a one-hot matrix, and a new list entry."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [0 * W]
        self.idx = None

    def forward(self, idx):
        (W,) = self.params
        self.idx = idx
        return W[idx]

    def backward(self, dout):
        (W,) = self.params
        flat = np.ravel(self.idx)
        one_hot = np.zeros((len(flat), W.shape[0]), dtype=W.dtype)
        one_hot[np.arange(len(flat)), flat] = 1
        self.grads[0] = np.dot(one_hot.T, np.reshape(dout, (len(flat), W.shape[1])))
