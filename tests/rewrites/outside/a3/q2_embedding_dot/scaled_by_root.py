"""The scores are divided by the root of the dimension, and the gradients fit them."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx, self.rows = h, idx, self.params[0][idx]
        return np.sum(self.rows * h, axis=1) / np.sqrt(h.shape[1])

    def backward(self, dout):
        dout = dout / np.sqrt(self.h.shape[1])
        self.grads[0][...] = 0
        np.add.at(self.grads[0], self.idx, dout[:, None] * self.h)
        return dout[:, None] * self.rows
