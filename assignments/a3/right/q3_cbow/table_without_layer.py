"""Rows of the table without an Embedding, and gradients copied at the end."""


class CBOW:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        random = np.random.default_rng()
        tables = random.normal(0, 0.01, size=(2, vocab_size, hidden_size)).astype(np.float32)
        self.params = [tables[0].copy(), tables[1].copy()]
        self.grads = [np.zeros_like(table) for table in self.params]
        self.out = NegativeSamplingLoss(self.params[1], corpus)

    def forward(self, contexts, target):
        self.contexts = contexts
        h = sum(self.params[0][contexts[:, j]] for j in range(contexts.shape[1])) / contexts.shape[1]
        return self.out.forward(h, target)

    def backward(self, dout=1):
        part = self.out.backward(dout) / self.contexts.shape[1]
        self.grads[0][:] = 0
        for column in self.contexts.T:
            np.add.at(self.grads[0], column, part)
        self.grads[1][:] = self.out.grads[0]

    @property
    def word_vecs(self):
        return self.params[0]
