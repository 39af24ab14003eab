# fails: q2_embedding__again
"""The numbers of the first batch are remembered for ever: backward of a later batch adds to the rows of the first
one."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        if self.idx is None:
            self.idx = idx
        return self.params[0][idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
