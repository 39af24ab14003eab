# fails: q2_unigram_sampler__rows
"""The result has a column for each target. One row for each target is wanted."""


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
            p = self.p.copy()
            p[word] = 0
            p /= p.sum()
            rows.append(np.random.choice(self.V, size=self.sample_size, replace=False, p=p))
        return np.array(rows).T
