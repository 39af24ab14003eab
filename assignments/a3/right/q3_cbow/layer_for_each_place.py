"""An Embedding for each place of the window, their gradients added up."""


class CBOW:
    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        V, H = vocab_size, hidden_size
        W_in = 0.01 * np.random.randn(V, H).astype("f")
        W_out = 0.01 * np.random.randn(V, H).astype("f")
        self.in_layers = [Embedding(W_in) for _ in range(2 * window_size)]
        self.ns_loss = NegativeSamplingLoss(W_out, corpus, power=0.75, sample_size=5)
        self.params = [W_in, W_out]
        self.grads = [np.zeros_like(W_in), self.ns_loss.grads[0]]
        self.word_vecs = W_in

    def forward(self, contexts, target):
        h = 0
        for i, layer in enumerate(self.in_layers):
            h = h + layer.forward(contexts[:, i])
        h = h * (1 / len(self.in_layers))
        return self.ns_loss.forward(h, target)

    def backward(self, dout=1):
        dout = self.ns_loss.backward(dout)
        dout = dout * (1 / len(self.in_layers))
        self.grads[0][...] = 0
        for layer in self.in_layers:
            layer.backward(dout)
            self.grads[0] += layer.grads[0]
        return None
