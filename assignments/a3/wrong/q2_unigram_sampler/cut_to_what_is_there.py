# fails: q2_unigram_sampler__sizes
"""A sample_size that is too large is quietly cut. The loss then counts fewer words than it was asked for; raise a
ValueError with a sentence instead."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        self.sample_size = min(max(sample_size, 1), self.V - 1)
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        rows = []
        for word in target:
            p = self.p.copy()
            p[word] = 0
            p /= p.sum()
            rows.append(np.random.choice(self.V, size=self.sample_size, replace=False, p=p))
        return np.array(rows)
