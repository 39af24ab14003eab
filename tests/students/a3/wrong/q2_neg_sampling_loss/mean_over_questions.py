"""The student puts all questions through one loss layer and forgets the factor 1 + K, so loss and gradients are means over questions."""


class NegativeSamplingLoss:
    """The loss of negative sampling on a table of output vectors W (V, H)."""

    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.K = sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dot = EmbeddingDot(W)
        self.loss_layer = SigmoidWithLoss()
        self.params, self.grads = self.dot.params, self.dot.grads

    def forward(self, h, target):
        negatives = self.sampler.get_negative_sample(target)
        ids = np.column_stack([target, negatives])
        t = np.zeros_like(ids)
        t[:, 0] = 1
        score = self.dot.forward(np.repeat(h, 1 + self.K, axis=0), ids.ravel())
        return self.loss_layer.forward(score, t.ravel())

    def backward(self, dout=1):
        dh = self.dot.backward(self.loss_layer.backward(dout))
        return dh.reshape(-1, 1 + self.K, dh.shape[1]).sum(axis=1)
