# fails: q2_embedding_dot__slope_h
"""The gradient with respect to h is made from the gradient of the table. It is dout times the row of W itself, as
it was looked up in forward."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.idx, self.rows = h, idx, self.embed.forward(idx)
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        self.embed.backward(dout * self.h)
        return dout * self.grads[0][self.idx]
