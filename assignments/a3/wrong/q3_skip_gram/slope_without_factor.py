# fails: q3_skip_gram__slopes
"""A mean over the 2w places is left, in the loss or in the gradients. The losses of the places are added; the mean
is over the batch only. Where one loss layer takes the mean over all pairs, multiply the loss by 2w in forward, and
dout in backward."""


class SkipGram:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        W_out = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        self.embedding = Embedding(W_in)
        self.loss = NegativeSamplingLoss(W_out, corpus)
        self.params = self.embedding.params + self.loss.params
        self.grads = self.embedding.grads + self.loss.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        self.width = contexts.shape[1]
        h = self.embedding.forward(target)
        return self.width * self.loss.forward(np.repeat(h, self.width, axis=0), contexts.ravel())

    def backward(self, dout=1):
        dh = self.loss.backward(dout)
        self.embedding.backward(dh.reshape(-1, self.width, dh.shape[1]).sum(axis=1))
