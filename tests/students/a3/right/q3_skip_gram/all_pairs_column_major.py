"""One loss layer for all pairs, column by column: contexts in Fortran order and the vectors tiled."""


class SkipGram:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in, W_out = (0.01 * np.random.randn(2, vocab_size, hidden_size)).astype(np.float32)
        self.n = 2 * window_size
        self.emb, self.loss = Embedding(W_in), NegativeSamplingLoss(W_out, corpus)
        self.params = [W_in, W_out]
        self.grads = self.emb.grads + self.loss.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = self.emb.forward(target)
        return self.n * self.loss.forward(np.concatenate([h] * self.n), contexts.ravel(order="F"))

    def backward(self, dout=1):
        dh = self.loss.backward(self.n * dout)
        self.emb.backward(dh.reshape(self.n, -1, dh.shape[1]).sum(axis=0))
