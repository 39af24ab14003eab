"""The student puts a new array into grads[0] at each backward, so the array that was there after __init__ never gets the values."""


class Embedding:
    """Looks up rows of a table W (V, H)."""

    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = idx
        out = self.params[0][idx]
        return out

    def backward(self, dout):
        dW = np.zeros_like(self.params[0])
        np.add.at(dW, self.idx, dout)
        self.grads[0] = dW
        return None
