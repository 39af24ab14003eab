"""Equal numbers are sorted together, and each group is summed at once."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        (dW,) = self.grads
        dW *= 0
        flat, rows = self.idx.reshape(-1), dout.reshape(self.idx.size, -1)
        order = np.argsort(flat, kind="stable")
        words, starts = np.unique(flat[order], return_index=True)
        dW[words] = np.add.reduceat(rows[order], starts, axis=0)
