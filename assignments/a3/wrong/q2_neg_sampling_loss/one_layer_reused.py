# fails: q2_neg_sampling_loss__slope_h, q2_neg_sampling_loss__slope_table
"""One layer is used for all questions in turn, and backward is called only afterwards. A layer remembers its last
forward alone, so each backward uses the words of the last question."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.K = sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dot = EmbeddingDot(W)
        self.losses = [SigmoidWithLoss() for _ in range(1 + sample_size)]
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, h, target):
        samples = self.sampler.get_negative_sample(target)
        loss = self.losses[0].forward(self.dot.forward(h, target), np.ones(len(target)))
        for k in range(self.K):
            loss += self.losses[k + 1].forward(self.dot.forward(h, samples[:, k]), np.zeros(len(target)))
        return loss

    def backward(self, dout=1):
        dh = 0
        self.grads[0][...] = 0
        for loss in self.losses:
            dh = dh + self.dot.backward(loss.backward(dout))
            self.grads[0] += self.dot.grads[0]
        return dh
