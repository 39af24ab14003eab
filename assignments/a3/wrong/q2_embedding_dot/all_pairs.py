# fails: q2_embedding_dot__forward, q2_embedding_dot__slope_h, q2_embedding_dot__slope_table
"""The matrix product of h with the rows pairs every example with every word: (B, B) scores. Each example has one word
of its own, and one score."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return h @ self.rows.T

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout * self.h.T)
        return dout @ self.rows
