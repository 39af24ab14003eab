"""Two mistakes: a repeated word gets its last row only, and the gradient of the batch before stays."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        self.grads[0][self.idx] += dout
