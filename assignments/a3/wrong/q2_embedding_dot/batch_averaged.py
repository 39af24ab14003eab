# fails: q2_embedding_dot__slope_h, q2_embedding_dot__slope_table
"""The gradients are divided by the size of the batch. That division belongs to the loss, which takes the mean; a
layer passes on what it gets."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return np.sum(self.rows * h, axis=1)

    def backward(self, dout):
        dW, dout = self.grads[0], dout / len(dout)
        dW[...] = 0
        np.add.at(dW, self.idx, dout[:, np.newaxis] * self.h)
        return dout[:, np.newaxis] * self.rows
