# fails: q2_embedding__backward
"""The loop goes over the first axis of idx only. It is right for an array of shape (B,). For (B, C) it adds each
block of rows at once, and a word that stands twice in one block is counted once."""


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
        for b, words in enumerate(self.idx):
            dW[words] += dout[b]
