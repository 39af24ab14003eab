"""The student swaps the two gradients: dout * h is returned, and dout * W[idx] is added up in grads[0]."""


class EmbeddingDot:
    """Inner products of given vectors with rows of a table W (V, H)."""

    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return (self.rows * h).sum(axis=1)

    def backward(self, dout):
        d = dout[:, None]
        self.grads[0][...] = 0
        np.add.at(self.grads[0], self.idx, d * self.rows)
        return d * self.h
