# fails: q2_embedding_dot__slope_h
"""dout times h comes back. That is the part of W's gradient; the gradient with respect to h is dout times the row
of W."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.rows = h, self.embed.forward(idx)
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        self.embed.backward(dout * self.h)
        return dout * self.h
