"""The book's style: a pair of layers for each question, and params names the table once for each of them."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sample_size = sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dots = [EmbeddingDot(W) for _ in range(sample_size + 1)]
        self.losses = [SigmoidWithLoss() for _ in range(sample_size + 1)]
        self.params, self.grads = [], []
        for layer in self.dots:
            self.params += layer.params
            self.grads += layer.grads

    def forward(self, h, target):
        samples = self.sampler.get_negative_sample(target)
        loss = self.losses[0].forward(self.dots[0].forward(h, target), np.ones(len(target), dtype=np.int32))
        for k in range(self.sample_size):
            score = self.dots[k + 1].forward(h, samples[:, k])
            loss += self.losses[k + 1].forward(score, np.zeros(len(target), dtype=np.int32))
        return loss

    def backward(self, dout=1):
        dh = 0
        for loss, dot in zip(self.losses, self.dots):
            dh += dot.backward(loss.backward(dout))
        return dh
