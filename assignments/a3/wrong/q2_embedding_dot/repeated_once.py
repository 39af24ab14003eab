# fails: q2_embedding_dot__slope_table
"""A word that stands in idx several times gets only the gradient of its last example. Neither `dW[idx] = …` nor
`dW[idx] += …` adds for each place of idx."""


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
        dW[self.idx] += dout[:, np.newaxis] * self.h
        return dout[:, np.newaxis] * self.rows
