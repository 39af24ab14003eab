# fails: q3_cbow__slopes
"""backward divides the gradient by w, the number of words on one side. forward takes the mean of 2w vectors, so each
context word gets 1/(2w) of the gradient."""


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
        self.width = contexts.shape[1]
        return self.loss.forward(self.embedding.forward(contexts).mean(axis=1), target)

    def backward(self, dout=1):
        dh = self.loss.backward(dout) / (self.width // 2)
        self.embedding.backward(np.repeat(dh[:, np.newaxis], self.width, axis=1))
