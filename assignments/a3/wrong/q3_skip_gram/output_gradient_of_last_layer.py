# fails: q3_skip_gram__slopes
"""Of the 2w loss layers, params and grads know only the last: the gradients of the other places with respect to
W_out are lost."""


class SkipGram:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        W_out = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        self.embedding = Embedding(W_in)
        self.losses = [NegativeSamplingLoss(W_out, corpus) for _ in range(2 * window_size)]
        self.params = [W_in, W_out]
        self.grads = self.embedding.grads + self.losses[-1].grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = self.embedding.forward(target)
        return sum(layer.forward(h, contexts[:, j]) for j, layer in enumerate(self.losses))

    def backward(self, dout=1):
        self.embedding.backward(sum(layer.backward(dout) for layer in self.losses))
