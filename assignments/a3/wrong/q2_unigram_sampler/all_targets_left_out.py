# fails: q2_unigram_sampler__rows, q2_unigram_sampler__frequencies
"""No word that is a target anywhere in the batch can be drawn. Only the target of the same row is left out."""


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
        p[target] = 0
        p = p / p.sum() if p.any() else self.p
        return np.array(
            [
                np.random.choice(self.V, size=self.sample_size, replace=False, p=p)
                if np.count_nonzero(p) >= self.sample_size
                else np.arange(self.sample_size)
                for _ in target
            ]
        )
