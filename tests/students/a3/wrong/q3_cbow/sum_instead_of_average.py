"""The student adds the context's vectors, as in assignment 2, instead of averaging them, forwards and backwards."""


class CBOW:
    """Continuous bag of words: the averaged context predicts the word in the middle."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        W_in = (0.01 * np.random.randn(vocab_size, hidden_size)).astype("f")
        W_out = (0.01 * np.random.randn(vocab_size, hidden_size)).astype("f")
        self.embed = Embedding(W_in)
        self.loss_layer = NegativeSamplingLoss(W_out, corpus)
        self.params = self.embed.params + self.loss_layer.params
        self.grads = self.embed.grads + self.loss_layer.grads
        self.word_vecs = W_in

    def forward(self, contexts, target):
        self.width = contexts.shape[1]
        h = self.embed.forward(contexts).sum(axis=1)
        return self.loss_layer.forward(h, target)

    def backward(self, dout=1):
        dh = self.loss_layer.backward(dout)
        self.embed.backward(np.repeat(dh[:, None, :], self.width, axis=1))
