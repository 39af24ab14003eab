# fails: q2_unigram_sampler__rows, q2_unigram_sampler__frequencies, q2_unigram_sampler__sizes
"""`np.random.choice` refuses a `p` whose sum is not 1. After the target's entry is set to 0, divide by the new sum."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        if sample_size >= self.V:
            raise ValueError(f"sample_size is {sample_size}; 1 to {self.V - 1} are possible.")
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        rows = []
        for word in target:
            p = self.p.copy()
            p[word] = 0
            rows.append(np.random.choice(self.V, size=self.sample_size, replace=False, p=p))
        return np.array(rows)
