# fails: q2_embedding_dot__forward, q2_embedding_dot__rules
"""The products of the entries are not added up: an inner product is their sum over the H dimensions, one number for
each example."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.rows = h, self.embed.forward(idx)
        return self.rows * h

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        self.embed.backward(dout * self.h)
        return dout * self.rows
