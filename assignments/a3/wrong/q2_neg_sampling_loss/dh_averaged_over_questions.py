# fails: q2_neg_sampling_loss__slope_h, q2_neg_sampling_loss__samples
"""A mean over the 1 + K questions of an example is left, in the loss or in the gradient. They are added; only over
the batch the mean is taken. Where one layer takes the mean over all questions, multiply the loss by 1 + K in
forward, and dout in backward."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sample_size = sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dots = [EmbeddingDot(W) for _ in range(sample_size + 1)]
        self.losses = [SigmoidWithLoss() for _ in range(sample_size + 1)]
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, h, target):
        samples = self.sampler.get_negative_sample(target)
        loss = self.losses[0].forward(self.dots[0].forward(h, target), np.ones(len(target), dtype=int))
        for k in range(self.sample_size):
            score = self.dots[k + 1].forward(h, samples[:, k])
            loss += self.losses[k + 1].forward(score, np.zeros(len(target), dtype=int))
        return loss

    def backward(self, dout=1):
        dh = 0
        self.grads[0][...] = 0
        for dot, loss in zip(self.dots, self.losses):
            dh = dh + dot.backward(loss.backward(dout))
            self.grads[0] += dot.grads[0]
        return dh / len(self.dots)
