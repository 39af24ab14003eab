"""The student sends all pairs through one loss layer and forgets the factor 2w, so the losses of a context are averaged, not added."""


class SkipGram:
    """Skip-gram: the word in the middle predicts each word of its context."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in, W_out = (0.01 * np.random.randn(2, vocab_size, hidden_size)).astype(np.float32)
        self.embed = Embedding(W_in)
        self.ns = NegativeSamplingLoss(W_out, corpus)
        self.params = self.embed.params + self.ns.params
        self.grads = self.embed.grads + self.ns.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        centres = np.repeat(target, contexts.shape[1])
        return self.ns.forward(self.embed.forward(centres), contexts.reshape(-1))

    def backward(self, dout=1):
        self.embed.backward(self.ns.backward(dout))
