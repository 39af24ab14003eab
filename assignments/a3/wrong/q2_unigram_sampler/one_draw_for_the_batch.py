# fails: q2_unigram_sampler__rows, q2_unigram_sampler__frequencies
"""All numbers of the batch are drawn at once, with replacement: rows hold their own target, and words twice. Draw
row by row, or draw again what breaks a condition."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        if sample_size >= self.V:
            raise ValueError(f"sample_size must be at most {self.V - 1}")
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        return np.random.choice(self.V, size=(len(target), self.sample_size), p=self.p)
