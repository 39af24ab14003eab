"""A loop over flattened arrays that adds to the gradient that is there."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros(W.shape, dtype=W.dtype)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.array(idx)
        return np.take(self.params[0], self.idx, axis=0)

    def backward(self, dout):
        (gradient,) = self.grads
        rows = np.reshape(dout, (self.idx.size, -1))
        for place, word in enumerate(self.idx.flat):
            gradient[word] += rows[place]
