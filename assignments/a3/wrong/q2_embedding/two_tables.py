# fails: q2_embedding__table
"""forward reads another array than the one in params: the optimiser changes params[0], and the result stays what it
was."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.W = np.array(W)
        self.grads = [np.zeros_like(W)]

    def forward(self, idx):
        self.idx = idx
        return self.W[idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
