"""The student names only the target's layer in params and grads, so the samples' part of the gradient of W is missing."""


class NegativeSamplingLoss:
    """The loss of negative sampling on a table of output vectors W (V, H)."""

    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sample_size = sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dots = [EmbeddingDot(W) for _ in range(sample_size + 1)]
        self.losses = [SigmoidWithLoss() for _ in range(sample_size + 1)]
        self.params = self.dots[0].params
        self.grads = self.dots[0].grads

    def forward(self, h, target):
        samples = self.sampler.get_negative_sample(target)
        B = len(target)
        loss = self.losses[0].forward(self.dots[0].forward(h, target), np.ones(B, dtype=int))
        for k in range(self.sample_size):
            score = self.dots[k + 1].forward(h, samples[:, k])
            loss += self.losses[k + 1].forward(score, np.zeros(B, dtype=int))
        return loss

    def backward(self, dout=1):
        dh = 0
        for dot, loss in zip(self.dots, self.losses):
            dh = dh + dot.backward(loss.backward(dout))
        return dh
