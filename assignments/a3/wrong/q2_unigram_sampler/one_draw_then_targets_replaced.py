# fails: q2_unigram_sampler__rows
"""The batch is drawn at once, and only targets are drawn again. A word can still come twice in a row."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        if sample_size >= self.V:
            raise ValueError(f"sample_size must be at most {self.V - 1}")
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        samples = np.random.choice(self.V, size=(len(target), self.sample_size), p=self.p)
        while (bad := samples == np.reshape(target, (-1, 1))).any():
            samples[bad] = np.random.choice(self.V, size=bad.sum(), p=self.p)
        return samples
