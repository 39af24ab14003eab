# fails: q2_neg_sampling_loss__loss, q2_neg_sampling_loss__slope_h, q2_neg_sampling_loss__slope_table, q2_neg_sampling_loss__samples
"""Only the questions about the samples are asked. The question about the target belongs to the loss, too."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sample_size = sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dots = [EmbeddingDot(W) for _ in range(sample_size + 1)]
        self.losses = [SigmoidWithLoss() for _ in range(sample_size + 1)]
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, h, target):
        samples = self.sampler.get_negative_sample(target)
        return sum(
            loss.forward(dot.forward(h, samples[:, k]), np.zeros(len(target), dtype=int))
            for k, (dot, loss) in enumerate(zip(self.dots[1:], self.losses[1:]))
        )

    def backward(self, dout=1):
        dh = 0
        self.grads[0][...] = 0
        for dot, loss in zip(self.dots[1:], self.losses[1:]):
            dh = dh + dot.backward(loss.backward(dout))
            self.grads[0] += dot.grads[0]
        return dh
