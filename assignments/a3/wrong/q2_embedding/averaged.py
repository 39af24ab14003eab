# fails: q2_embedding__backward
"""The rows of a repeated word are averaged. The word was used several times, and each use adds its part: the sum is
wanted."""


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
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
        times = np.bincount(np.ravel(self.idx), minlength=len(dW))
        dW /= np.maximum(times, 1)[:, np.newaxis]
