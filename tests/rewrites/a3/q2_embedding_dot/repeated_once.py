"""A loop that sets the rows, last one wins."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.saved = (h, list(idx))
        return np.array([np.dot(self.params[0][i], v) for i, v in zip(idx, h)])

    def backward(self, dout):
        h, idx = self.saved
        self.grads[0][...] = 0
        dh = np.empty_like(h)
        for b, word in enumerate(idx):
            self.grads[0][word] = dout[b] * h[b]
            dh[b] = dout[b] * self.params[0][word]
        return dh
