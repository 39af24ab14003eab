"""Computes all B x V scores and picks the wanted ones, and does the backward pass with a one-hot table: wasteful, but right."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        W = self.params[0]
        self.h = h
        self.onehot = (np.arange(len(W))[None, :] == np.asarray(idx)[:, None]).astype(W.dtype)
        return (h @ W.T * self.onehot).sum(axis=1)

    def backward(self, dout):
        weighted = self.onehot * dout[:, None]
        np.matmul(weighted.T, self.h, out=self.grads[0], casting="unsafe")
        return weighted @ self.params[0]
