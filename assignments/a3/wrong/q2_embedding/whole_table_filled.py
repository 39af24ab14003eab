# fails: q2_embedding__backward
"""All rows get the sum of dout. Only the words that stand in idx were used, each with its own rows of dout."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = dout.reshape(-1, dW.shape[1]).sum(axis=0)
