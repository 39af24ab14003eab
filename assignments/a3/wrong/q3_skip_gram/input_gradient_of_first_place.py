# fails: q3_skip_gram__slopes
"""Only the first place of the window counts here, in the loss or in the gradient of W_in: does `return` stand inside
a loop? One h served for 2w predictions, and all of them are added."""


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
        slopes = [layer.backward(dout) for layer in self.losses]
        self.embedding.backward(slopes[0])
