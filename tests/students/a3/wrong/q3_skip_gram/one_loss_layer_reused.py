"""The student uses one loss layer for all context words one after the other, so each backward is that of the last context word."""


class SkipGram:
    """Skip-gram: the word in the middle predicts each word of its context."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        W_out = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        self.window_size = window_size
        self.in_layer = Embedding(W_in)
        self.loss_layer = NegativeSamplingLoss(W_out, corpus)
        self.params = self.in_layer.params + self.loss_layer.params
        self.grads = self.in_layer.grads + self.loss_layer.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = self.in_layer.forward(target)
        loss = 0
        for i in range(2 * self.window_size):
            loss += self.loss_layer.forward(h, contexts[:, i])
        return loss

    def backward(self, dout=1):
        dh = 0
        for i in range(2 * self.window_size):
            dh += self.loss_layer.backward(dout)
        self.in_layer.backward(dh)
