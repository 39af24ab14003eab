# fails: q3_cbow__slopes
"""The gradient stops at h: nothing is written into the gradient of W_in. Hand each context word its part by the
`backward` of the Embedding."""


class CBOW:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        W_out = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        self.layers = [Embedding(W_in) for _ in range(2 * window_size)]
        self.loss = NegativeSamplingLoss(W_out, corpus)
        self.params, self.grads = [], []
        for layer in [*self.layers, self.loss]:
            self.params += layer.params
            self.grads += layer.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = 0
        for i, layer in enumerate(self.layers):
            h += layer.forward(contexts[:, i])
        h *= 1 / len(self.layers)
        return self.loss.forward(h, target)

    def backward(self, dout=1):
        self.loss.backward(dout)
