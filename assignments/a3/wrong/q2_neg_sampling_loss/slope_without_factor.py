# fails: q2_neg_sampling_loss__slope_h, q2_neg_sampling_loss__slope_table
"""A mean over the 1 + K questions of an example is left, in the loss or in the gradient. They are added; only over
the batch the mean is taken. Where one layer takes the mean over all questions, multiply the loss by 1 + K in
forward, and dout in backward."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dot, self.loss = EmbeddingDot(W), SigmoidWithLoss()
        self.params, self.grads = self.dot.params, self.dot.grads
        self.questions = 1 + sample_size

    def forward(self, h, target):
        words = np.column_stack([target, self.sampler.get_negative_sample(target)])
        t = np.zeros(words.shape, dtype=h.dtype)
        t[:, 0] = 1
        score = self.dot.forward(np.repeat(h, self.questions, axis=0), words.ravel())
        return self.questions * self.loss.forward(score, t.ravel())

    def backward(self, dout=1):
        dh = self.dot.backward(self.loss.backward(dout))
        return dh.reshape(-1, self.questions, dh.shape[1]).sum(axis=1)
