# fails: q2_embedding_dot__slope_table
"""The gradient with respect to W does not use dout: it is right only where the slope with respect to the score is 1."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, self.h)
        return dout[:, np.newaxis] * self.rows
