"""All context words in one row, the average as a product with a constant."""


class CBOW:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        W_out = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        self.embedding = Embedding(W_in)
        self.loss = NegativeSamplingLoss(W_out, corpus)
        self.params = self.embedding.params + self.loss.params
        self.grads = self.embedding.grads + self.loss.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        B, self.n = contexts.shape
        rows = self.embedding.forward(contexts.reshape(-1))
        return self.loss.forward(rows.reshape(B, self.n, -1).sum(1) / self.n, target)

    def backward(self, dout=1):
        dh = self.loss.backward(dout)
        self.embedding.backward((dh / self.n).repeat(self.n, axis=0))
