# fails: q2_unigram_sampler__rows
"""One row of samples serves the whole batch, and it leaves out the last target only."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        if sample_size >= self.V:
            raise ValueError(f"sample_size must be at most {self.V - 1}")
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        p = self.p.copy()
        p[target[-1]] = 0
        p /= p.sum()
        return np.tile(np.random.choice(self.V, size=self.sample_size, replace=False, p=p), (len(target), 1))
