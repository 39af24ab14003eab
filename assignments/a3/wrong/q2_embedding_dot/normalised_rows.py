# fails: q2_embedding_dot__forward
"""The vectors are scaled to length one, which gives cosines. The score of the model is the plain inner product."""


class EmbeddingDot:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, h, idx):
        self.h, self.idx = h, idx
        self.rows = self.params[0][idx]
        return np.sum(self.rows * h, axis=1) / np.linalg.norm(self.rows, axis=1) / np.linalg.norm(h, axis=1)

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout[:, np.newaxis] * self.h)
        return dout[:, np.newaxis] * self.rows
