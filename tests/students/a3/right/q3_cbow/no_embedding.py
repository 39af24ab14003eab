"""Does without an Embedding: looks the rows up and adds the gradients by itself; only the loss layer is used."""


class CBOW:
    """Continuous bag of words: the averaged context predicts the word in the middle."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        self.window_size = window_size
        self.W_in = np.float32(0.01 * np.random.randn(vocab_size, hidden_size))
        self.W_out = np.float32(0.01 * np.random.randn(vocab_size, hidden_size))
        self.loss_layer = NegativeSamplingLoss(self.W_out, corpus)
        self.params = [self.W_in, self.W_out]
        self.grads = [np.zeros((vocab_size, hidden_size), dtype=np.float32), self.loss_layer.grads[0]]
        self.word_vecs = self.W_in
        self.contexts = None

    def forward(self, contexts, target):
        self.contexts = contexts
        h = np.average(self.W_in[contexts], axis=1)
        return self.loss_layer.forward(h, target)

    def backward(self, dout=1):
        dh = self.loss_layer.backward(dout)
        dW_in = self.grads[0]
        dW_in[...] = 0
        share = dh / (2 * self.window_size)
        for column in self.contexts.T:
            np.add.at(dW_in, column, share)
