"""Keeps a list of the batches and reads its first entry."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.batches = []

    def forward(self, idx):
        self.batches.append(np.array(idx))
        return self.params[0][self.batches[-1], :]

    def backward(self, dout):
        dW = self.grads[0]
        dW *= 0
        np.add.at(dW, self.batches[0], dout)
