# fails: q2_embedding_dot__forward, q2_embedding_dot__rules
"""The scores of all V words are computed for each example. Only the score of its own word, idx[b], is wanted."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        return h @ self.params[0].T

    def backward(self, dout):
        dout = dout.reshape(-1, 1)
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout * self.h)
        return dout * self.params[0][self.idx]
