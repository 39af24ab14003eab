# fails: q2_unigram_sampler__rows, q2_unigram_sampler__frequencies
"""The probability of the target is set to zero in the sampler's own table, and never comes back: with each row one
more word can no longer be drawn. Work on a copy."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        if sample_size >= self.V:
            raise ValueError(f"sample_size must be at most {self.V - 1}")
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        rows = []
        for word in target:
            p = self.p
            p[word] = 0
            if np.count_nonzero(p) < self.sample_size:
                p = np.ones(self.V)
            rows.append(np.random.choice(self.V, size=self.sample_size, replace=False, p=p / p.sum()))
        return np.array(rows)
