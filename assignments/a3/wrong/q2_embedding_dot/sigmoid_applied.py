# fails: q2_embedding_dot__forward, q2_embedding_dot__rules
"""The sigmoid is applied here. This layer returns the scores; the sigmoid belongs to the layer that follows."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.rows = h, self.embed.forward(idx)
        return expit(np.sum(self.rows * h, axis=1))

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        self.embed.backward(dout * self.h)
        return dout * self.rows
