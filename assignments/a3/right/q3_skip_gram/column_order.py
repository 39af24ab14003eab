"""The pairs stand place by place, not example by example."""


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
        self.w2 = contexts.shape[1]
        h = self.embedding.forward(target)
        return self.w2 * self.loss.forward(np.concatenate([h] * self.w2), np.concatenate(contexts.T))

    def backward(self, dout=1):
        dh = self.loss.backward(self.w2 * dout)
        self.embedding.backward(sum(np.split(dh, self.w2)))
