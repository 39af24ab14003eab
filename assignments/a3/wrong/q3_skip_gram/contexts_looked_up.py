# fails: q3_skip_gram__loss, q3_skip_gram__slopes
"""Each context word is looked up and predicts the word in the middle: the two parts of a pair are exchanged. The loss
is not the same, since W_in and W_out change places."""


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
        h = self.embedding.forward(contexts.ravel())
        return self.width * self.loss.forward(h, np.repeat(target, self.width))

    def backward(self, dout=1):
        self.embedding.backward(self.loss.backward(dout * self.width))
