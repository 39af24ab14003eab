# fails: q2_neg_sampling_loss__loss, q2_neg_sampling_loss__slope_h, q2_neg_sampling_loss__slope_table, q2_neg_sampling_loss__samples
"""The words stand example by example, target then samples, but in t all ones come first: most ones belong to
samples. Put the ones where the targets stand."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dot, self.loss = EmbeddingDot(W), SigmoidWithLoss()
        self.params, self.grads = self.dot.params, self.dot.grads
        self.questions = 1 + sample_size

    def forward(self, h, target):
        words = np.column_stack([target, self.sampler.get_negative_sample(target)])
        t = np.zeros(words.size, dtype=int)
        t[: len(target)] = 1
        score = self.dot.forward(np.repeat(h, self.questions, axis=0), words.ravel())
        return self.questions * self.loss.forward(score, t)

    def backward(self, dout=1):
        dh = self.dot.backward(self.loss.backward(dout * self.questions))
        return dh.reshape(-1, self.questions, dh.shape[1]).sum(axis=1)
