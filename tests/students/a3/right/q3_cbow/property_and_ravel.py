"""word_vecs is a property, the context goes flat through the Embedding, and the average is a product with a small matrix."""


class CBOW:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        tables = [(0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32) for _ in range(2)]
        self.layers = [Embedding(tables[0]), NegativeSamplingLoss(tables[1], corpus)]
        self.params = [p for layer in self.layers for p in layer.params]
        self.grads = [g for layer in self.layers for g in layer.grads]

    @property
    def word_vecs(self):
        return self.params[0]

    def forward(self, contexts, target):
        b, n = contexts.shape
        self.average = np.kron(np.eye(b), np.ones((1, n)) / n)  # (B, B * 2w)
        return self.layers[1].forward(self.average @ self.layers[0].forward(contexts.ravel()), target)

    def backward(self, dout=1):
        self.layers[0].backward(self.average.T @ self.layers[1].backward(dout))
