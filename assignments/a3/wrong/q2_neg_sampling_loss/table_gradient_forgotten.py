# fails: q2_neg_sampling_loss__slope_table
"""Nothing reaches grads: the EmbeddingDot layers hold the gradients of W, and the model's own array stays zero. Add
them up in it, or name the arrays of the layers in grads (rule 5)."""


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
        return sum(dot.backward(loss.backward(dout)) for dot, loss in zip(self.dots, self.losses))
