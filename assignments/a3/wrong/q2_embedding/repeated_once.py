# fails: q2_embedding__backward
"""Of a word that stands in idx several times only the last row stays. `dW[idx] = dout` writes each of them over the one
before. `dW[idx] += dout` does no better: it reads the rows once, adds, and writes them back. Look for an operation that
adds for each place of idx."""


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
