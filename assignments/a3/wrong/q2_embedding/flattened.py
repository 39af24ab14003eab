# fails: q2_embedding__forward
"""The result for an idx of shape (B, 2w) is flattened to one row after another. It should have the shape of idx
with one more axis."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.ravel(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout.reshape(-1, dW.shape[1]))
