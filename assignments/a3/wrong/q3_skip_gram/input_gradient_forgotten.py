# fails: q3_skip_gram__slopes
"""The gradient stops at h: nothing is written into the gradient of W_in. Hand the sum of the places' gradients to
the `backward` of the Embedding."""


class SkipGram:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        W_out = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        self.embedding = Embedding(W_in)
        self.losses = [NegativeSamplingLoss(W_out, corpus) for _ in range(2 * window_size)]
        self.params, self.grads = [], []
        for layer in [self.embedding, *self.losses]:
            self.params += layer.params
            self.grads += layer.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = self.embedding.forward(target)
        loss = 0
        for i, layer in enumerate(self.losses):
            loss += layer.forward(h, contexts[:, i])
        return loss

    def backward(self, dout=1):
        for layer in self.losses:
            layer.backward(dout)
