# fails: q3_cbow__slopes
"""Only the words in the last column of contexts get a gradient. Either one Embedding is used for all columns, and
remembers its last forward alone; or each layer's gradient is written over the one before. They are to be added."""


class CBOW:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        W_out = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f")
        self.layers = [Embedding(W_in)]
        self.loss = NegativeSamplingLoss(W_out, corpus)
        self.params, self.grads = [], []
        for layer in [*self.layers, self.loss]:
            self.params += layer.params
            self.grads += layer.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = 0
        for i in range(contexts.shape[1]):
            h = h + self.layers[0].forward(contexts[:, i])
        self.width = contexts.shape[1]
        return self.loss.forward(h / self.width, target)

    def backward(self, dout=1):
        dh = self.loss.backward(dout) / self.width
        for _ in range(self.width):
            self.layers[0].backward(dh)
