# fails: q2_unigram_sampler__rows, q2_unigram_sampler__frequencies
"""The target of the row can be drawn as a negative sample. It would be pushed away from the very words it belongs
to."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        if sample_size >= self.V:
            raise ValueError(f"sample_size must be at most {self.V - 1}")
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        return np.array([np.random.choice(self.V, size=self.sample_size, replace=False, p=self.p) for _ in target])
