# fails: q2_embedding_dot__slope_h
"""What comes back are rows of the gradient of W. The gradient with respect to h is another one: dout times the row
of W that was looked up in forward."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.idx, self.rows = h, idx, self.embed.forward(idx)
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        self.embed.backward(dout.reshape(-1, 1) * self.h)
        return self.grads[0][self.idx]
