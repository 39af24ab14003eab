# fails: q3_cbow__loss, q3_cbow__slopes
"""Only the last column of contexts is used. All 2w words of the context are averaged."""


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
        for i, layer in enumerate(self.layers):
            h = layer.forward(contexts[:, i])
        return self.loss.forward(h, target)

    def backward(self, dout=1):
        dh = self.loss.backward(dout)
        self.layers[-1].backward(dh)
