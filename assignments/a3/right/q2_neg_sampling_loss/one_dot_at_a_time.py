"""A loop over the questions that keeps slopes, with the layers made anew at each forward."""


class NegativeSamplingLoss:
    def __init__(self, W, corpus, power=0.75, sample_size=5):
        self.W, self.K = W, sample_size
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.params = [W]
        self.grads = [np.zeros(W.shape, W.dtype)]

    def forward(self, h, target):
        self.parts, total = [], 0.0
        columns = np.vstack([target, self.sampler.get_negative_sample(target).T])
        for number, words in enumerate(columns):
            dot, loss = EmbeddingDot(self.W), SigmoidWithLoss()
            total = total + loss.forward(dot.forward(h, words), np.full(len(words), 1 if number == 0 else 0))
            self.parts.append((dot, loss))
        return total

    def backward(self, dout=1):
        slopes = [dot.backward(loss.backward(dout)) for dot, loss in self.parts]
        np.copyto(self.grads[0], sum(dot.grads[0] for dot, _ in self.parts))
        return sum(slopes)
