"""Inherits from Embedding instead of holding one."""


class EmbeddingDot(Embedding):
    def __init__(self, W):
        super().__init__(W)
        self.h = self.rows = None

    def forward(self, h, idx):
        self.h, self.rows = h, super().forward(idx)
        return np.einsum("bh,bh->b", self.h, self.rows)

    def backward(self, dout):
        super().backward(dout[:, None] * self.h)
        return dout[:, None] * self.rows
