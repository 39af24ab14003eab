# fails: q2_embedding_dot__rules
"""The layer works on a copy of W: layers that share the table would drift apart (rule 1)."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W + 0.0]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout[:, np.newaxis] * self.h)
        return dout[:, np.newaxis] * self.rows
