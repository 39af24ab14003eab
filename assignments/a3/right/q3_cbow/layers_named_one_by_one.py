"""The book's style: an Embedding for each place of the window, and params names W_in once for each of them."""


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
        dh = self.loss.backward(dout)
        dh *= 1 / len(self.layers)
        for layer in self.layers:
            layer.backward(dh)
