"""The student makes window_size instead of 2 * window_size input layers, so only the words on the left are used."""


class CBOW:
    """Continuous bag of words: the averaged context predicts the word in the middle."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        W_out = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        self.in_layers = [Embedding(W_in) for _ in range(window_size)]
        self.loss = NegativeSamplingLoss(W_out, corpus)
        self.params, self.grads = [], []
        for layer in self.in_layers + [self.loss]:
            self.params += layer.params
            self.grads += layer.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = np.mean([layer.forward(contexts[:, i]) for i, layer in enumerate(self.in_layers)], axis=0)
        return self.loss.forward(h, target)

    def backward(self, dout=1):
        dh = self.loss.backward(dout) / len(self.in_layers)
        for layer in self.in_layers:
            layer.backward(dh)
