"""Sorts the word numbers and adds the runs with np.add.reduceat (terse expert)."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = idx
        return self.params[0][idx]

    def backward(self, dout):
        flat = self.idx.ravel()
        order = flat.argsort(kind="stable")
        words, starts = np.unique(flat[order], return_index=True)
        self.grads[0].fill(0)
        self.grads[0][words] = np.add.reduceat(dout.reshape(flat.size, -1)[order], starts, axis=0)
