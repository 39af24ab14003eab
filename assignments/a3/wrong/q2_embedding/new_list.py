# fails: q2_embedding__again
"""A new list with a new array takes the place of grads. Whoever kept the arrays of __init__, a model for example,
never sees the gradient (rule 2)."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        dW = np.zeros(self.params[0].shape)
        np.add.at(dW, self.idx, dout)
        self.grads = [dW]
