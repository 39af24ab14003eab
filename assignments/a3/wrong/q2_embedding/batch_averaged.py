# fails: q2_embedding__backward, q2_embedding__again
"""The gradient is divided by the number of places of idx. A mean over the batch is the business of the loss; this
layer adds up what it gets."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = idx
        return self.params[0][idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout / self.idx.size)
