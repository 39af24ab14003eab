# fails: q2_embedding_dot__slope_h, q2_embedding_dot__slope_table
"""The two gradients are exchanged. The slope by h_b is a row of W, the slope by a row of W is an h_b."""


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
        np.add.at(dW, self.idx, dout[:, np.newaxis] * self.rows)
        return dout[:, np.newaxis] * self.h
