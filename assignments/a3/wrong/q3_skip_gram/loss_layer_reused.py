# fails: q3_skip_gram__slopes
"""One loss layer is used for each place in turn, and backward is called only afterwards: each backward belongs to the
last place."""


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
        return sum(self.loss.forward(h, contexts[:, j]) for j in range(self.width))

    def backward(self, dout=1):
        self.embedding.backward(sum(self.loss.backward(dout) for _ in range(self.width)))
