"""Builds the batch's loss with new layers for each single question in forward (B(1+K) pairs of them), and adds everything up in backward."""


class NegativeSamplingLoss:
    """The loss of negative sampling on a table of output vectors W (V, H)."""

    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.questions = []

    def forward(self, h, target):
        samples = self.sampler.get_negative_sample(target)
        self.questions = []
        self.shape = h.shape
        losses = []
        for b in range(len(target)):
            words = [target[b]] + list(samples[b])
            answers = [1] + [0] * len(samples[b])
            for word, answer in zip(words, answers):
                dot = EmbeddingDot(self.params[0])
                sig = SigmoidWithLoss()
                score = dot.forward(h[b : b + 1], np.array([word]))
                losses.append(sig.forward(score, np.array([answer])))
                self.questions.append((b, dot, sig))
        return sum(losses) / len(target)

    def backward(self, dout=1):
        self.grads[0][...] = 0
        dh = np.zeros(self.shape)
        for b, dot, sig in self.questions:
            dh[b] += dot.backward(sig.backward(dout / self.shape[0]))[0]
            self.grads[0] += dot.grads[0]
        return dh
