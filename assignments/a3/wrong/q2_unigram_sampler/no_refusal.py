# fails: q2_unigram_sampler__sizes
"""For a sample_size that no row can have, rows with repetitions come back. A row of so many different words does not
exist, and the caller must be told."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        rows = []
        for word in target:
            p = self.p.copy()
            p[word] = 0
            p /= p.sum()
            rows.append(
                np.random.choice(self.V, size=max(self.sample_size, 0), replace=self.sample_size >= self.V, p=p)
            )
        return np.array(rows)
