"""Each target stands 2w times before it is looked up; the Embedding adds the parts."""


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
        self.pairs = contexts.shape[1]
        h = self.embedding.forward(np.repeat(target, self.pairs))
        return self.loss.forward(h, contexts.flatten()) * self.pairs

    def backward(self, dout=1):
        self.embedding.backward(self.loss.backward(self.pairs * dout))
