# fails: q2_embedding__backward
"""`dW[idx] += dout` reads the rows, adds, and writes them back: a word that stands in idx twice is written twice, and
only the last of its rows stays. Look for an operation that adds for each place of idx."""


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
        dW[self.idx] += dout
