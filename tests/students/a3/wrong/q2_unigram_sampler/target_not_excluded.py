"""The student draws every row from the same probabilities and never excludes the row's target."""


class UnigramSampler:
    """Draws negative samples from the unigram distribution of a corpus to some power."""

    def __init__(self, corpus, power, sample_size):
        p = np.bincount(corpus) ** power
        self.p = p / p.sum()
        self.sample_size = sample_size
        if sample_size > len(p) - 1:
            raise ValueError("sample_size must be below the number of words")

    def get_negative_sample(self, target):
        return np.array([np.random.choice(len(self.p), self.sample_size, replace=False, p=self.p) for _ in target])
