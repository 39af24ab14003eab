"""A loss layer for each place of the window, their gradients added up."""


class SkipGram:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        V, H = vocab_size, hidden_size
        W_in = 0.01 * np.random.randn(V, H).astype("f")
        W_out = 0.01 * np.random.randn(V, H).astype("f")
        self.in_layer = Embedding(W_in)
        self.losses = [NegativeSamplingLoss(W_out, corpus, power=0.75, sample_size=5) for _ in range(2 * window_size)]
        self.params = [W_in, W_out]
        self.grads = [self.in_layer.grads[0], np.zeros_like(W_out)]
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = self.in_layer.forward(target)
        return sum(layer.forward(h, contexts[:, i]) for i, layer in enumerate(self.losses))

    def backward(self, dout=1):
        self.grads[1][...] = 0
        dh = 0
        for layer in self.losses:
            dh = dh + layer.backward(dout)
            self.grads[1] += layer.grads[0]
        self.in_layer.backward(dh)
