"""The student stores the power but never applies it, so the plain frequencies are drawn from."""


class UnigramSampler:
    """Draws negative samples from the unigram distribution of a corpus to some power."""

    def __init__(self, corpus, power, sample_size):
        self.power = power
        self.sample_size = sample_size
        self.V = int(np.max(corpus)) + 1
        if sample_size > self.V - 1:
            raise ValueError("not enough words")
        self.probs = np.zeros(self.V)
        for word in corpus:
            self.probs[word] += 1
        self.probs = self.probs / len(corpus)

    def get_negative_sample(self, target):
        samples = np.empty((len(target), self.sample_size), dtype=int)
        for b, word in enumerate(target):
            p = self.probs.copy()
            p[word] = 0.0
            samples[b] = np.random.choice(self.V, size=self.sample_size, replace=False, p=p / p.sum())
        return samples
