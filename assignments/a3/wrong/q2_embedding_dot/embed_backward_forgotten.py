# fails: q2_embedding_dot__slope_table, q2_embedding_dot__rules
"""Nothing is written into grads: backward computes the gradient with respect to h only. The gradient with respect
to W is dout times h; hand it to the `backward` of the Embedding inside, or add it to the rows of grads[0] yourself."""


class EmbeddingDot:
    def __init__(self, W):
        self.embed = Embedding(W)
        self.params, self.grads = self.embed.params, self.embed.grads

    def forward(self, h, idx):
        self.h, self.rows = h, self.embed.forward(idx)
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        return dout.reshape(-1, 1) * self.rows
