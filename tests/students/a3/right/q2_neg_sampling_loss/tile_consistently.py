"""All questions at once with np.tile: question by question (first all targets, then all first samples, ...), consistently in words, truth and backward."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sampler = UnigramSampler(corpus=corpus, power=power, sample_size=sample_size)
        self.dot, self.bce = EmbeddingDot(W), SigmoidWithLoss()
        self.params, self.grads = self.dot.params, self.dot.grads
        self.q = sample_size + 1

    def forward(self, h, target):
        words = np.vstack([target, self.sampler.get_negative_sample(target).T])
        truth = np.zeros(words.size, dtype=int)
        truth[: len(target)] = 1
        scores = self.dot.forward(np.tile(h, (self.q, 1)), words.reshape(-1))
        return self.q * self.bce.forward(scores, truth)

    def backward(self, dout=1):
        dh = self.dot.backward(self.bce.backward(self.q * dout))
        return sum(np.split(dh, self.q))
