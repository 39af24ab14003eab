# fails: q2_embedding_dot__slope_table, q2_embedding_dot__rules
"""The gradient of W is made from rows of W. The score is an inner product, so the gradient of the row is dout times
the other factor, h."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.rows = h, self.embed.forward(idx)
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        self.embed.backward(dout * self.rows)
        return dout * self.rows
