# fails: q2_neg_sampling_loss__loss, q2_neg_sampling_loss__slope_h, q2_neg_sampling_loss__slope_table, q2_neg_sampling_loss__samples
"""Only the question about the target counts here. The K questions about the samples have their part in the loss and
in both gradients: add them. (Does a `return` stand inside a loop, or do params and grads name the first layer only?)"""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sample_size = sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dots = [EmbeddingDot(W) for _ in range(sample_size + 1)]
        self.losses = [SigmoidWithLoss() for _ in range(sample_size + 1)]
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, h, target):
        samples = self.sampler.get_negative_sample(target)
        return self.losses[0].forward(self.dots[0].forward(h, target), np.ones(len(target), dtype=int))

    def backward(self, dout=1):
        dh = self.dots[0].backward(self.losses[0].backward(dout))
        self.grads[0][...] = self.dots[0].grads[0]
        return dh
