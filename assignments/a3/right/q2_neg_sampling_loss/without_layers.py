"""Without the other layers, by Einstein sums."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sampler = UnigramSampler(corpus=corpus, power=power, sample_size=sample_size)
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, h, target):
        W = self.params[0]
        self.h = h
        self.words = np.hstack([np.reshape(target, (-1, 1)), self.sampler.get_negative_sample(target)])
        score = np.einsum("bki,bi->bk", W[self.words], h)
        sign = np.where(np.arange(score.shape[1]) == 0, 1.0, -1.0)
        self.slope = -sign * expit(-sign * score) / len(h)
        return np.sum(np.logaddexp(0, -sign * score)) / len(h)

    def backward(self, dout=1):
        dW = self.grads[0]
        dW.fill(0)
        np.add.at(dW, self.words, dout * self.slope[:, :, None] * self.h[:, None, :])
        return dout * np.einsum("bk,bki->bi", self.slope, self.params[0][self.words])
