"""Uses one loss layer one column at a time: forward of the model already calls its backward after each column and keeps the sums; backward of the model scales them by dout."""


class SkipGram:
    """Skip-gram: the word in the middle predicts each word of its context."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = 0.01 * np.random.randn(vocab_size, hidden_size).astype(np.float32)
        W_out = 0.01 * np.random.randn(vocab_size, hidden_size).astype(np.float32)
        self.embedding = Embedding(W_in)
        self.ns = NegativeSamplingLoss(W_out, corpus)
        self.params = [W_in, W_out]
        self.grads = [self.embedding.grads[0], np.zeros_like(W_out)]
        self.word_vecs = W_in
        self.saved = None

    def forward(self, contexts, target):
        h = self.embedding.forward(target)
        loss = 0.0
        dh = np.zeros_like(h)
        dW_out = np.zeros_like(self.params[1])
        for j in range(contexts.shape[1]):
            loss += self.ns.forward(h, contexts[:, j])
            dh += self.ns.backward(1)
            dW_out += self.ns.grads[0]
        self.saved = dh, dW_out
        return loss

    def backward(self, dout=1):
        dh, dW_out = self.saved
        self.embedding.backward(dout * dh)
        self.grads[1][...] = dout * dW_out
