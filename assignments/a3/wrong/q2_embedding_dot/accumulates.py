# fails: q2_embedding_dot__rules
"""The gradient of the batch before is still there when the next one is added (rule 3)."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        np.add.at(self.grads[0], self.idx, dout[:, np.newaxis] * self.h)
        return dout[:, np.newaxis] * self.rows
