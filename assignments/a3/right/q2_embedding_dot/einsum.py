"""Einstein sums; only the numbers and vectors are kept."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        return np.einsum("bi,bi->b", h, self.params[0][idx])

    def backward(self, dout):
        self.grads[0].fill(0)
        np.add.at(self.grads[0], self.idx, np.einsum("b,bi->bi", dout, self.h))
        return np.einsum("b,bi->bi", dout, self.params[0][self.idx])
