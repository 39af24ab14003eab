# fails: q2_embedding__table
"""The layer keeps a copy of W. Changes that the optimiser, or another layer, makes to the table itself do not reach
it (rule 1)."""


class Embedding:
    def __init__(self, W):
        self.params = [W.copy()]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
