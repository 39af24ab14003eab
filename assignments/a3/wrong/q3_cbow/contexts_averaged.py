# fails: q3_cbow__loss, q3_cbow__slopes
"""The word numbers of the context are averaged, and one row is looked up. Numbers of words are names: look the vectors
up first, then average them."""


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
        h = self.layers[0].forward(contexts.mean(axis=1).astype(int))
        return self.loss.forward(h, target)

    def backward(self, dout=1):
        self.layers[0].backward(self.loss.backward(dout))
