# fails: q2_embedding_dot__rules
"""The gradient goes into a new array, and the one of __init__, which a model and the optimiser keep, stays zero (rule
2)."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        dW = np.zeros_like(self.params[0])
        np.add.at(dW, self.idx, dout[:, np.newaxis] * self.h)
        self.grads[0] = dW
        return dout[:, np.newaxis] * self.rows
