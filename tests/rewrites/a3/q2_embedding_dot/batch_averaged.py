"""With einsum, and the size of the batch taken off in both gradients."""


class EmbeddingDot:
    def __init__(self, W):
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx, self.W_idx = h, idx, self.params[0][idx]
        return np.einsum("bh,bh->b", self.W_idx, h)

    def backward(self, dout):
        B = self.h.shape[0]
        by_rows = np.einsum("b,bh->bh", dout, self.h) / B
        self.grads[0][:] = 0
        for word, row in zip(self.idx, by_rows):
            self.grads[0][word] += row
        return np.einsum("b,bh->bh", dout, self.W_idx) / B
