# fails: q2_embedding_dot__forward, q2_embedding_dot__rules
"""The sum runs over the whole batch: one number comes back. Each example has a score of its own, so add over the H
dimensions only."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.rows = h, self.embed.forward(idx)
        return np.sum(self.rows * h)

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        self.embed.backward(dout * self.h)
        return dout * self.rows
