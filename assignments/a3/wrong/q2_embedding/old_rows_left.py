# fails: q2_embedding__again
"""Words of the batch before that don't come in this one keep their old gradient: only the rows of this batch were
set to zero. Set the whole array to zero first (rule 3)."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = idx
        return self.params[0][idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[self.idx] = 0
        np.add.at(dW, self.idx, dout)
