# fails: q2_neg_sampling_loss__loss, q2_neg_sampling_loss__slope_h, q2_neg_sampling_loss__slope_table, q2_neg_sampling_loss__samples
"""The losses are added over the batch. The sum is over the questions of an example; over the examples the mean is
taken."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, h, target):
        self.h, self.words = h, np.column_stack([target, self.sampler.get_negative_sample(target)])
        score = np.einsum("bki,bi->bk", self.params[0][self.words], h)
        self.t = np.zeros(score.shape)
        self.t[:, 0] = 1
        self.y = expit(score)
        return -np.sum(self.t * np.log(self.y) + (1 - self.t) * np.log(1 - self.y))

    def backward(self, dout=1):
        slope = (self.y - self.t) * dout
        self.grads[0][...] = 0
        np.add.at(self.grads[0], self.words, slope[:, :, None] * self.h[:, None, :])
        return np.einsum("bk,bki->bi", slope, self.params[0][self.words])
