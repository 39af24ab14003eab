# fails: q2_embedding_dot__forward, q2_embedding_dot__rules
"""The products are averaged over the H dimensions. The inner product is their sum."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.rows = h, self.embed.forward(idx)
        return np.mean(self.rows * h, axis=1)

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        self.embed.backward(dout * self.h)
        return dout * self.rows
