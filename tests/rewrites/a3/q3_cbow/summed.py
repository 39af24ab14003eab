"""Adds the context up with a loop over its places."""


class CBOW:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        def start():
            return np.array(0.01 * np.random.randn(vocab_size, hidden_size), dtype=np.float32)

        self.inputs = Embedding(start())
        self.output = NegativeSamplingLoss(start(), corpus)
        self.params = [*self.inputs.params, *self.output.params]
        self.grads = [*self.inputs.grads, *self.output.grads]
        self.word_vecs = self.inputs.params[0]

    def forward(self, contexts, target):
        rows = self.inputs.forward(contexts)
        self.shape = rows.shape
        h = rows[:, 0]
        for place in range(1, self.shape[1]):
            h = h + rows[:, place]
        return self.output.forward(h, target)

    def backward(self, dout=1):
        dh = self.output.backward(dout)
        self.inputs.backward(np.broadcast_to(dh[:, None, :], self.shape))
