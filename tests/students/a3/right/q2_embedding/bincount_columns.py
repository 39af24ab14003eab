"""Adds each column of the gradient with np.bincount and weights, one dimension at a time."""


class Embedding:
    def __init__(self, W):
        self.params, self.grads, self.idx = [W], [np.zeros_like(W)], None

    def forward(self, idx):
        self.idx = np.array(idx)
        return self.params[0].take(self.idx, axis=0)

    def backward(self, dout):
        (dW,) = self.grads
        flat, V = self.idx.reshape(-1), len(dW)
        for d, column in enumerate(np.moveaxis(dout, -1, 0)):
            dW[:, d] = np.bincount(flat, weights=column.reshape(-1), minlength=V)
