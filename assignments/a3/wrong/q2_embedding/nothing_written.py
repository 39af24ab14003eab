# fails: q2_embedding__backward, q2_embedding__again
"""The gradient never reaches the array in grads, which holds zeros: it is computed in another array, or the zeros
are set after it. Write into `self.grads[0]` itself, and set it to zero before you add."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = idx
        return self.params[0][idx]

    def backward(self, dout):
        dW = np.zeros_like(self.params[0])
        np.add.at(dW, self.idx, dout)
